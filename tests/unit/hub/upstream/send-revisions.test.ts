import { expect, it, vi } from 'vitest';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import type { EngineDatabase } from '../../../../src-hub/engine/engine.ts';
import { ParentProblem } from '../../../../src-hub/upstream/parent-client.ts';
import { createChunk, sendRevisions } from '../../../../src-hub/upstream/send-revisions.ts';
import type { UpContext } from '../../../../src-hub/upstream/send-revisions.ts';

it('[HUB43] [HUB46] a document that makes the parent refuse its whole batch is refused alone, with the reason; the rest is sent', async () => {
  const documents = Array.from({ length: 50 }, (_, n): DocumentBody => ({ _id: `patients:${n}`, _rev: '1-a' }));
  const database = { name: 'health-25001', bulkGet: async (asked: { id: string }[]) => asked.map(({ id }) => ({ id, docs: [{ ok: documents.find((one) => one._id === id) }] })) } as unknown as EngineDatabase;
  const stored: string[] = [], noted: unknown[] = [], taken: string[] = [];
  const context: UpContext = {
    signal: new AbortController().signal, chunk: createChunk(),
    refusedAbove: { note: (_: string, refused: unknown[]) => { noted.push(...refused); }, taken: (_: string, ids: string[]) => { taken.push(...ids); } } as unknown as UpContext['refusedAbove'],
    ask: async (_method, path, { body, allow = [] }) => {
      if (path.endsWith('_revs_diff')) return { status: 200, body: Object.fromEntries(Object.keys(body as object).map((id) => [id, { missing: ['1-a'] }])) };
      const { docs } = body as { docs: DocumentBody[] };
      if (docs.some(({ _id }) => _id === 'patients:17')) { expect(allow).toContain(400); return { status: 400, body: { error: 'bad_request', reason: 'invalid UTF-8 JSON' } }; }
      if (docs.some(({ _id }) => _id === 'patients:31')) { expect(allow).toContain(413); return { status: 413, body: { error: 'document_too_large' } }; }
      stored.push(...docs.map(({ _id }) => _id));
      return { status: 201, body: [] };
    },
  };
  expect(await sendRevisions(database, Object.fromEntries(documents.map(({ _id }) => [_id, ['1-a']])), context)).toEqual({ sent: 48, refused: 2 });
  expect(stored).toHaveLength(48);
  expect(taken).toHaveLength(48);
  expect(noted).toEqual([{ id: 'patients:17', rev: '1-a', reason: 'bad_request: invalid UTF-8 JSON' }, { id: 'patients:31', rev: '1-a', reason: 'document_too_large' }]);
});

it('[UPL7] requests hold as much as the line carries in good time: less where they take long or are cut, more where they are quick', async () => {
  const documents = Array.from({ length: 400 }, (_, n): DocumentBody => ({ _id: `patients:${n}`, _rev: '1-a', note: 'x'.repeat(1000) }));
  const database = { name: 'health-25001', bulkGet: async (asked: { id: string }[]) => asked.map(({ id }) => ({ id, docs: [{ ok: documents.find((one) => one._id === id) }] })) } as unknown as EngineDatabase;
  const leaves = Object.fromEntries(documents.map(({ _id }) => [_id, ['1-a']]));
  const sizes: number[] = [];
  const line = { bytesPerSecond: 0, isCut: false };
  vi.useFakeTimers({ toFake: ['performance'] });
  const context: UpContext = {
    signal: new AbortController().signal, chunk: createChunk(), refusedAbove: { note: () => undefined, taken: () => undefined } as unknown as UpContext['refusedAbove'],
    ask: async (_method, path, { body }) => {
      if (path.endsWith('_revs_diff')) return { status: 200, body: Object.fromEntries(Object.keys(body as object).map((id) => [id, { missing: ['1-a'] }])) };
      if (line.isCut) throw new ParentProblem('away', 'cannot be reached');
      sizes.push((body as { docs: unknown[] }).docs.length);
      vi.advanceTimersByTime((JSON.stringify(body).length * 1000) / line.bytesPerSecond);
      return { status: 201, body: [] };
    },
  };
  const send = (signal = context.signal) => { sizes.length = 0; return sendRevisions(database, leaves, { ...context, signal }); };
  try {
    line.bytesPerSecond = 8_000;
    await send();
    // 4 s to 16 s of an 8 kB/s line.
    expect(Math.max(...sizes.slice(3, -1))).toBeLessThan(140);
    expect(Math.min(...sizes.slice(3, -1))).toBeGreaterThan(15);
    line.isCut = true;
    // All that was on its way over one line is one break.
    await expect(send()).rejects.toMatchObject({ kind: 'away' });
    const once = context.chunk.size();
    for (let n = 0; n < 3; n += 1) await expect(send()).rejects.toMatchObject({ kind: 'away' });
    expect(context.chunk.size()).toBe(once);
    for (let n = 0; n < 8; n += 1) await expect(send(new AbortController().signal)).rejects.toMatchObject({ kind: 'away' });
    line.isCut = false;
    await send();
    expect(sizes[0]).toBe(1);
    line.bytesPerSecond = 5_000_000;
    for (let n = 0; n < 2; n += 1) await send();
    expect(Math.max(...sizes)).toBe(200);
  } finally {
    vi.useRealTimers();
  }
});
