import { parseArgs } from 'node:util';
import { rememberedSeeds } from './faults/remembered-seeds.ts';
import { replayLine } from './faults/replay-line.ts';
import { runSimulator } from './faults/run-simulator.ts';
import { runKills } from './testing/run-kills.ts';
import { seedRange } from './testing/seed-range.ts';

// A family of faults of its own.
if (process.argv[2] === 'kill') process.exit(await runKills(process.argv.slice(3)));

/**
 * `npm run faults -- --from SEED --seeds N [--only KIND]`: the fault simulator of `tests/faults`, a world of stations and tiers for
 * each seed; of KIND (`reorganise`: units move between hubs and become parts of others) comes more than of other disasters.
 * `-- --remembered`: those that failed once. Every failing seed is said with the line that runs it again.
 */
const { values } = parseArgs({ options: { from: { type: 'string', default: '1' }, seeds: { type: 'string', default: '10000' }, only: { type: 'string' }, remembered: { type: 'boolean', default: false } } });
const { only } = values;
const range = seedRange(values.from, values.seeds);
if (range === undefined) {
  console.error('usage: npm run faults -- [--from SEED] [--seeds N] [--only KIND] | --remembered   (whole numbers, N at least 1)');
  process.exit(2);
}
const [from = 1, to = 1] = range.split('-').map(Number);
const runs = values.remembered ? rememberedSeeds.map(({ seed, only: kind }) => ({ from: seed, seeds: 1, only: kind })) : [{ from, seeds: to - from + 1, only }];
const seeds = runs.reduce((sum, run) => sum + run.seeds, 0);
const startedAt = Date.now();
let [done, failed, virtualMs, requests] = [0, 0, 0, 0];
const struck: Record<string, number> = {};

for (const { only: kind, ...which } of runs) await runSimulator({
  ...which, ...(kind === undefined ? {} : { only: kind }),
  onResult(result) {
    done++;
    virtualMs += result.virtualMs;
    requests += result.requests;
    for (const [kind, times] of Object.entries(result.struck)) struck[kind] = (struck[kind] ?? 0) + times;
    if (!result.ok) {
      failed++;
      console.log(`seed ${result.seed}: ${result.broken.slice(0, 5).join('\n  ')}\n  again: ${replayLine(result.seed, kind)}`);
    }
    if (done % 100 === 0) console.log(`${done} of ${seeds} seeds, ${failed} failed, ${Math.round((Date.now() - startedAt) / 1000)} s`);
  },
});
console.log(`${done} seeds, ${(virtualMs / 86_400_000).toFixed(1)} days of ${requests} requests in ${Math.round((Date.now() - startedAt) / 1000)} s`);
console.log(Object.entries(struck).sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, times]) => `${kind} ${times}`).join(', '));
console.log(`${done - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || done < seeds ? 1 : 0;
