import { describe, expect, it } from 'vitest';
import { loadLines } from '../../../src-main/cli/load-lines.ts';
import type { LoadLine } from '../../../src-main/cli/read-load-lines.ts';
import type { OperationAnswer } from '../../../src-shared/contract/operations.ts';
import type { OperationRequest } from '../../../src-main/station/operations/run-operation.ts';

async function* lines(count: number, size: number): AsyncGenerator<LoadLine> {
  for (let line = 1; line <= count; line += 1) yield { line, size, request: { key: `k${line}`, operation: 'x', input: {} } };
}
const done: OperationAnswer = { ok: true, result: { id: 'a', ids: ['a'], warnings: [], already: false } };

function aWork(answer: (request: OperationRequest) => OperationAnswer) {
  const batches: number[] = [];
  return {
    batches,
    async runMany(requests: readonly OperationRequest[], onDone: (index: number, answer: OperationAnswer) => void) {
      batches.push(requests.length);
      requests.forEach((request, index) => onDone(index, answer(request)));
    },
  };
}

describe('loading lines', () => {
  it('[CLI4] hands lines over in batches bounded by number and by size', async () => {
    const small = aWork(() => done);
    expect(await loadLines(lines(250, 200), small)).toMatchObject({ ok: 250, refusedCount: 0 });
    expect(small.batches).toEqual([100, 100, 50]);
    const large = aWork(() => done);
    await loadLines(lines(5, 900_000), large);
    expect(large.batches).toEqual([3, 2]);
  });

  it('[CLI6] acknowledges what was done and stops at a fault', async () => {
    const acknowledged: number[] = [];
    const work = aWork(({ key }) => {
      if (key === 'k4') throw new Error('planted');
      return key === 'k2' ? { ok: false, refusals: [{ code: 'No' }, { code: 'NorThis' }] } : done;
    });
    await expect(loadLines(lines(6, 1), work, { acknowledge: (line) => acknowledged.push(line) })).rejects.toThrow('planted');
    expect(acknowledged).toEqual([1, 3]);
    expect(await loadLines(lines(3, 1), work)).toMatchObject({ ok: 2, refused: [{ line: 2, code: 'No', more: [{ code: 'NorThis' }] }] });
  });

  it('[CLI14] stops at the first line the full disk refuses, says how far it came, and goes on when loaded again', async () => {
    let room = 3;
    const saved = new Set<string>();
    const asked: string[] = [];
    const work = aWork(({ key }) => {
      asked.push(key);
      if (saved.has(key)) return { ok: true, result: { id: 'a', ids: ['a'], warnings: [], already: true } };
      if (saved.size >= room) return { ok: false, refusals: [{ code: 'DiskFull' }] };
      saved.add(key);
      return done;
    });
    await expect(loadLines(lines(250, 1), work)).rejects.toMatchObject({
      code: 'DiskFull', facts: { line: 4, ok: 3, already: 0, refused: [], refusedCount: 0 }, message: expect.stringContaining('stopped at line 4: 3 lines done') as string,
    });
    expect(asked).toEqual(['k1', 'k2', 'k3', 'k4']);
    room = 1000;
    expect(await loadLines(lines(250, 1), work)).toMatchObject({ ok: 247, already: 3, refusedCount: 0 });
  });
});
