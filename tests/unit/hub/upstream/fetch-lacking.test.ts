import { expect, it } from 'vitest';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import type { Engine, EngineDatabase } from '../../../../src-hub/engine/engine.ts';
import { createTurns } from '../../../../src-hub/upstream/create-turns.ts';
import { createFetchLacking } from '../../../../src-hub/upstream/fetch-lacking.ts';
import type { AskParent } from '../../../../src-hub/upstream/parent-client.ts';

it('[RCP33] what only the parent holds is fetched page by page, a receipt that was lost here too, and nothing of a server\'s own; a second look goes on where the first ended', async () => {
  const held = new Set(['patients:1@1-a']);
  const database = {
    missingRevisions: async (asked: Record<string, string[]>) => Object.fromEntries(Object.entries(asked).flatMap(([id, revs]) => { const missing = revs.filter((rev) => !held.has(`${id}@${rev}`)); return missing.length ? [[id, { missing }]] : []; })),
    write: async (documents: DocumentBody[]) => { for (const { _id, _rev } of documents) held.add(`${_id}@${String(_rev)}`); return []; },
  } as unknown as EngineDatabase;
  const engine = { use: (_: string, work: (db: EngineDatabase) => unknown) => work(database) } as unknown as Engine;
  let feed = [['patients:1', '1-a'], ...Array.from({ length: 600 }, (_, n) => [`encounters:${n}`, '1-b']), ['receipt:79', '9-x'], ['_design/x', '1-d']] as [string, string][];
  const sinces: string[] = [];
  const ask = (async (_method: string, path: string, { body }: { body?: { docs: { id: string; rev: string }[] } } = {}) => {
    if (path.includes('_bulk_get')) return { status: 200, body: { results: (body?.docs ?? []).map(({ id, rev }) => ({ id, docs: [{ ok: { _id: id, _rev: rev } }] })) } };
    const since = Number(new URL(path, 'http://x').searchParams.get('since'));
    sinces.push(String(since));
    const page = feed.slice(since, since + 500);
    return { status: 200, body: { results: page.map(([id, rev]) => ({ id, changes: [{ rev }] })), last_seq: String(since + page.length) } };
  }) as unknown as AskParent;
  const fetchLacking = createFetchLacking(engine, ask, new AbortController().signal, createTurns(), new Map());
  expect(await fetchLacking('health-25001', 'u1')).toBe(601);
  feed = [...feed, ['patients:2', '2-c']];
  expect(await fetchLacking('health-25001', 'u1')).toBe(1);
  expect([held.has('receipt:79@9-x'), held.has('_design/x@1-d')]).toEqual([true, false]);
  expect(await fetchLacking('health-25001', 'u2')).toBe(0);
  expect(sinces).toEqual(['0', '500', '603', '0', '500']);
});
