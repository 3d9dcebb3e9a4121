import { z } from 'zod';
import { operations } from '../../../src-shared/contract/operations.ts';
import { queries } from '../../../src-shared/contract/queries.ts';
import { StationProblem } from '../../station/station-problem.ts';
import type { Verb } from '../verb.ts';

export const stationSchema: Verb = {
  name: 'station schema',
  summary: 'lists operations and queries; with a name, its JSON Schema and an example',
  usage: '[OPERATION|QUERY]',
  help: [],
  options: {},
  positionals: { min: 0, max: 1 },
  async run(args) {
    const [name] = args.positionals;
    if (name === undefined) {
      const listed = {
        operations: Object.entries(operations).map(([operation, { roles }]) => ({ operation, roles: [...roles] })),
        queries: Object.keys(queries),
      };
      args.answer(listed, ['operations (a line of "station load" each):', ...listed.operations.map(({ operation, roles }) => `  ${operation.padEnd(20)} ${roles.join(', ')}`),
        'queries (for "station ask"):', ...listed.queries.map((query) => `  ${query}`)]);
      return;
    }
    const described = describe(name);
    if (!described) throw new StationProblem('UnknownName', `there is no operation or query ${name}; "tramxa station schema" lists them`);
    args.answer(described, [JSON.stringify(described, null, 2)]);
  },
};

function describe(name: string): Record<string, unknown> | undefined {
  if (Object.hasOwn(operations, name)) {
    const { input, roles, example } = operations[name as keyof typeof operations];
    return { operation: name, roles: [...roles], input: jsonSchema(input), example: { key: `example-${name}`, operation: name, input: example } };
  }
  if (Object.hasOwn(queries, name)) {
    const { input } = queries[name as keyof typeof queries];
    return { query: name, input: jsonSchema(input), example: queryExample(input) };
  }
  return undefined;
}

/** Transforms (NFC, trimming) have no JSON Schema of their own: the input side is described. */
const jsonSchema = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

function queryExample(schema: z.ZodType): unknown {
  const candidates: unknown[] = [{}, { id: 'patients:019a0000-0000-7000-8000-000000000001' }, { patientId: 'patients:019a0000-0000-7000-8000-000000000001' },
    { medicineId: 'medicines:019a0000-0000-7000-8000-000000000003' }, { ids: ['patients:019a0000-0000-7000-8000-000000000001'] }];
  return candidates.find((candidate) => schema.safeParse(candidate).success);
}
