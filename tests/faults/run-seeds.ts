import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';

/**
 * Runs seeds one after another in a process of its own, whose clocks and randomness are the simulator's, and prints each
 * result as a line of JSON: `node tests/faults/run-seeds.ts --from 1 --seeds 10 [--every 2] [--root DIRECTORY] [--only KIND] [--plant NAME] [--tell]`.
 */
const { values } = parseArgs({ options: { from: { type: 'string', default: '1' }, seeds: { type: 'string', default: '1' }, every: { type: 'string', default: '1' }, root: { type: 'string', default: tmpdir() }, plant: { type: 'string' }, only: { type: 'string' }, tell: { type: 'boolean', default: false } } });
// Thousands of requests fail on purpose: nobody reads where, and looking it up costs more than the failing.
if (!values.tell) Error.stackTraceLimit = 0;
await import('./interpose/index.ts');
const { plantModules } = await import('./interpose/planted-modules.ts');
if (values.plant !== undefined) plantModules(values.plant);
// Only now: what these keep of clocks and randomness must be the simulator's.
const { simulate } = await import('./simulate.ts');
const { plants } = await import('./plants.ts');
const [from, seeds, every] = [Number(values.from), Number(values.seeds), Number(values.every)];
const plant = values.plant === undefined ? undefined : plants[values.plant];
const faults: string[] = [];
process.on('unhandledRejection', (error) => { faults.push(`an unhandled rejection: ${error instanceof Error ? values.tell ? error.stack ?? '' : error.message : String(error)}`); });
for (let seed = from; seed < from + seeds; seed += every) {
  const result = await simulate({ seed, plant, ...(values.only === undefined ? {} : { only: values.only }), root: values.root, ...(values.tell ? { tell: (line: string) => process.stderr.write(`${line}\n`) } : {}) });
  const broken = [...result.broken, ...faults.splice(0)];
  process.stdout.write(`${JSON.stringify({ ...result, ok: broken.length === 0, broken })}\n`);
}
