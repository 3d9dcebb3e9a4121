import { expect, it } from 'vitest';
import { replayLine } from '../../scripts/faults/replay-line.ts';
import { runSimulator } from '../../scripts/faults/run-simulator.ts';
import type { SeedResult } from '../../scripts/faults/run-simulator.ts';

it('[SIM7] names the line that runs a seed again', () => {
  expect(replayLine(4711)).toBe('npm run faults -- --from 4711 --seeds 1');
});

it('[SIM7] counts a seed whose process died as failed, and goes on with the next', async () => {
  const results: SeedResult[] = [];
  await runSimulator({ from: 1, seeds: 2, processes: 1, plant: 'processDies', onResult: (result) => { results.push(result); } });
  expect(results.map(({ seed, ok, broken }) => [seed, ok, /the process ended with 7/.test(broken[0] ?? '')])).toEqual([[1, false, true], [2, false, true]]);
});
