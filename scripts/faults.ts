import { parseArgs } from 'node:util';
import { runKills } from './testing/run-kills.ts';
import { seedRange } from './testing/seed-range.ts';
import { runNode, toolFile } from './testing/run-tool.ts';

// A family of faults of its own.
if (process.argv[2] === 'kill') process.exit(await runKills(process.argv.slice(3)));

/** `npm run faults -- --from SEED --seeds N`: two stations and a hub over a line that breaks, once for each seed; a seed that failed can be run again. */
const { values } = parseArgs({ options: { from: { type: 'string', default: '1' }, seeds: { type: 'string', default: '20' } } });
const range = seedRange(values.from, values.seeds);
if (range === undefined) {
  console.error('usage: npm run faults -- [--from SEED] [--seeds N]   (whole numbers, N at least 1)');
  process.exit(2);
}
process.exitCode = await runNode([toolFile('vitest', 'vitest'), 'run', '--project', 'contract', 'tests/contract/sync/breaking-line.test.ts'], { SYNC_SEEDS: range });
