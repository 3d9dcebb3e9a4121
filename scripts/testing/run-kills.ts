import { parseArgs } from 'node:util';
import { runNode, toolFile } from './run-tool.ts';

/** `npm run faults -- kill [--runs N] [--seed S]`: a working, exchanging and copying station is killed N times at moments the seed gives; 300 take half an hour on two busy cores. */
export async function runKills(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { runs: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } } });
  if (!/^[1-9]\d{0,4}$/.test(values.runs) || !/^\d{1,9}$/.test(values.seed)) {
    console.error('usage: npm run faults -- kill [--runs N] [--seed S]   (whole numbers, N at least 1)');
    return 2;
  }
  return runNode([toolFile('vitest', 'vitest'), 'run', '--project', 'integration', 'tests/integration/station/killed.test.ts'], { KILL_RUNS: values.runs, KILL_SEED: values.seed });
}
