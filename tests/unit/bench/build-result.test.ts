import { describe, expect, it } from 'vitest';
import type { Samples } from '../../../bench/support/benchmark.ts';
import { buildResult } from '../../../bench/support/build-result.ts';
import { describeMachine } from '../../../bench/support/describe-machine.ts';
import { runBench } from '../../../bench/main.ts';

const machine = describeMachine();
const samples: Samples = {
  saveOne: { unit: 'ms', ours: [1, 2, 3, 4, 5], peers: { raw: [2, 2, 2, 2, 2], dexie: [6, 6, 6, 6, 9] } },
  push: { unit: 'documents/s', ours: [500, 500, 500, 500, 500], peers: { raw: [1000, 1000, 1000, 1000, 1000] } },
};

describe('result of a benchmark', () => {
  it('[BEN4] has exactly the shape others rely on', () => {
    const result = buildResult({ name: 'storage', machine, runs: 5, quick: false, samples });
    expect(result).toEqual({
      name: 'storage', machine, runs: 5,
      metrics: {
        saveOne: { value: 3, unit: 'ms', peers: { raw: { value: 2, ratio: 0.6667 }, dexie: { value: 6, ratio: 2 } } },
        push: { value: 500, unit: 'documents/s', peers: { raw: { value: 1000, ratio: 0.5 } } },
      },
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('[BEN5] leaves out what was not measured often enough', () => {
    const thin: Samples = {
      unmeasured: { unit: 'ms', ours: [], peers: { raw: [1, 1, 1, 1, 1] } },
      alone: { unit: 'ms', ours: [1, 1, 1, 1, 1], peers: {} },
      peerGaveUp: { unit: 'ms', ours: [1, 1, 1, 1, 1], peers: { raw: [2, 2, 2, 2, 2], dexie: [3, 3] } },
    };
    expect(buildResult({ name: 'x', machine, runs: 5, quick: false, samples: thin }).metrics).toEqual({ peerGaveUp: { value: 1, unit: 'ms', peers: { raw: { value: 2, ratio: 2 } } } });
  });

  it('[BEN5] refuses fewer than five runs', async () => {
    expect(() => buildResult({ name: 'x', machine, runs: 4, quick: false, samples })).toThrow(RangeError);
    expect(await runBench(['storage'], { json: true, runs: 4 })).toBe(2);
  });

  it('[BEN6] says that it was a quick trial', () => {
    expect(buildResult({ name: 'x', machine, runs: 5, quick: true, samples })).toMatchObject({ quick: true });
    expect(buildResult({ name: 'x', machine, runs: 5, quick: false, samples })).not.toHaveProperty('quick');
  });

  it('[BEN7] knows no other benchmarks', async () => {
    expect(await runBench(['storage', 'nonsense'], { json: true })).toBe(2);
    expect(await runBench(['toString'], { json: true })).toBe(2);
  });
});
