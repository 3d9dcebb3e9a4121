import { describeOperation, describeQuery, isOperationName, isQueryName, operationNames, queryNames } from '../../../src-shared/contract/describe.ts';
import { StationProblem } from '../../station/station-problem.ts';
import type { Verb } from '../verb.ts';

export const stationSchema: Verb = {
  name: 'station schema',
  summary: 'lists operations and queries; with a name, its JSON Schema, an example and what it may refuse',
  usage: '[OPERATION|QUERY]',
  help: [],
  options: {},
  positionals: { min: 0, max: 1 },
  async run(args) {
    const [name] = args.positionals;
    if (name === undefined) {
      const operations = operationNames.map((operation) => ({ operation, roles: describeOperation(operation).roles }));
      args.answer({ operations, queries: queryNames }, [
        'operations (a line of "station load" each):', ...operations.map(({ operation, roles }) => `  ${operation.padEnd(20)} ${roles.join(', ')}`),
        'queries (for "station ask"):', ...queryNames.map((query) => `  ${query}`),
      ]);
      return;
    }
    const described = isOperationName(name) ? describeOperation(name) : isQueryName(name) ? describeQuery(name) : undefined;
    if (!described) throw new StationProblem('UnknownName', `there is no operation or query ${name}; "tramxa station schema" lists them`);
    args.answer(described, [JSON.stringify(described, null, 2)]);
  },
};
