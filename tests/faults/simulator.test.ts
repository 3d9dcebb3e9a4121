import { beforeAll, describe, expect, it } from 'vitest';
import { rememberedSeeds } from '../../scripts/faults/remembered-seeds.ts';
import { replayLine } from '../../scripts/faults/replay-line.ts';
import { runSimulator } from '../../scripts/faults/run-simulator.ts';
import type { SeedResult } from '../../scripts/faults/run-simulator.ts';

const seeds = 200;
const results = new Map<number, SeedResult>();

beforeAll(async () => { await runSimulator({ from: 1, seeds, onResult: (result) => { results.set(result.seed, result); } }); }, 1_200_000);

describe('the fault simulator', () => {
  it.each(Array.from({ length: seeds }, (_, i) => i + 1))('[SIM1] seed %i: when all is well again nothing is lost, doubled, different or falsely ticked', (seed) => {
    const result = results.get(seed);
    expect(result?.broken, replayLine(seed)).toEqual([]);
  });

  it('[SIM2] a seed run alone does what it did among the others, request by request', async () => {
    const again: SeedResult[] = [];
    for (const seed of [17, 118]) await runSimulator({ from: seed, seeds: 1, onResult: (result) => { again.push(result); } });
    expect(again.map(({ seed, fingerprint }) => [seed, fingerprint])).toEqual([17, 118].map((seed) => [seed, results.get(seed)?.fingerprint]));
    expect(new Set([...results.values()].map(({ fingerprint }) => fingerprint)).size).toBe(seeds);
  });

  it('[SIM8] [SIM9] [SIM10] [SIM11] [SIM13] [SIM15] [SIM16] [SIM17] units are reorganised, strangers, newer and older programs write, sticks are carried, cables pulled and hubs killed in mid-transfer in several of the worlds', () => {
    const times = (kind: string) => [...results.values()].reduce((sum, { struck }) => sum + (struck[kind] ?? 0), 0);
    for (const kind of ['reorganise', 'strangerEdits', 'strangerBranches', 'strangerDeletes', 'strangerCreates', 'stick', 'restoreMidStick', 'newerProgram', 'olderProgram', 'pullCable', 'killParent']) expect(times(kind), kind).toBeGreaterThan(4);
  });

  it('[SIM3] every kind of disaster comes up, days pass, and people work', () => {
    const all = [...results.values()];
    const struck = new Set(all.flatMap((result) => Object.keys(result.struck)));
    expect([...struck].sort()).toEqual(['arrive', 'backUp', 'badLine', 'clock', 'crash', 'cut', 'freeDisk', 'fullDisk', 'goodAgain', 'killParent', 'lyingHub', 'lyingLine', 'newerProgram', 'olderProgram', 'pullCable', 'reorganise', 'replaceTop', 'restart', 'restoreHub', 'restoreMidStick', 'restoreStation', 'revoke', 'stick', 'strangerBranches', 'strangerCreates', 'strangerDeletes', 'strangerEdits']);
    expect(all.reduce((sum, { virtualMs }) => sum + virtualMs, 0)).toBeGreaterThan(50 * 86_400_000);
    expect(all.reduce((sum, { records }) => sum + records, 0)).toBeGreaterThan(10 * seeds);
    expect(all.reduce((sum, { requests }) => sum + requests, 0)).toBeGreaterThan(100 * seeds);
  });

  it.each(rememberedSeeds)('[SIM14] seed $seed ($only), which once found that $found', async ({ seed, only }) => {
    const again: SeedResult[] = [];
    await runSimulator({ from: seed, seeds: 1, ...(only === undefined ? {} : { only }), onResult: (result) => { again.push(result); } });
    expect(again.map(({ broken }) => broken), replayLine(seed, only)).toEqual([[]]);
  });
});
