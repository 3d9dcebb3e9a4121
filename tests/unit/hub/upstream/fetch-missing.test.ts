import { expect, it } from 'vitest';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import type { Engine, EngineDatabase } from '../../../../src-hub/engine/engine.ts';
import type { AskParent } from '../../../../src-hub/upstream/parent-client.ts';
import { fetchMissing } from '../../../../src-hub/upstream/pull-database.ts';

/** An engine that keeps a document only at its `keepsAt`-th write, and answers as always. */
function aForgetfulEngine(keepsAt: Readonly<Record<string, number>>): { engine: Engine; held: Set<string>; writes: Map<string, number> } {
  const held = new Set<string>();
  const writes = new Map<string, number>();
  const database = {
    missingRevisions: async (asked: Record<string, string[]>) => Object.fromEntries(Object.entries(asked).flatMap(([id, revs]) => (held.has(id) ? [] : [[id, { missing: revs }]]))),
    write: async (documents: DocumentBody[]) => {
      for (const { _id } of documents) {
        const times = (writes.get(_id) ?? 0) + 1;
        writes.set(_id, times);
        if (times >= (keepsAt[_id] ?? 1)) held.add(_id);
      }
      return [];
    },
  } as unknown as EngineDatabase;
  return { engine: { use: (_: string, work: (db: EngineDatabase) => unknown) => work(database) } as unknown as Engine, held, writes };
}

it('[RCP40] what comes down and is dropped without a word is written again; what never stays is not said to have come', async () => {
  const { engine, held, writes } = aForgetfulEngine({ 'receipt:79': 3, 'receipt:00': 100 });
  const ask = (async (_method: string, _path: string, { body }: { body: { docs: { id: string; rev: string }[] } }) =>
    ({ status: 200, body: { results: body.docs.map(({ id, rev }) => ({ id, docs: [{ ok: { _id: id, _rev: rev } }] })) } })) as unknown as AskParent;
  const asked = { 'receipt:79': ['2-a'], 'receipt:00': ['3-b'], 'review:1': ['1-c'] };
  expect(await fetchMissing(engine, 'health-25001', asked, ask, new AbortController().signal)).toEqual(['receipt:79', 'review:1']);
  expect([...held].sort()).toEqual(['receipt:79', 'review:1']);
  expect(Object.fromEntries(writes)).toEqual({ 'receipt:79': 3, 'receipt:00': 5, 'review:1': 1 });
});

it.each([[undefined], [{}], [{ results: [] }], [{ results: 5 }], [{ results: [{ id: 'receipt:79', docs: [] }] }]])('[HUB45] an answer of the parent that leaves out what was asked for (%j) is none: the place in its feed does not move past that', async (body) => {
  const { engine, held } = aForgetfulEngine({});
  const ask = (async () => ({ status: 200, body })) as unknown as AskParent;
  const asked = { 'receipt:79': ['2-a'], 'review:1': ['1-c'] };
  await expect(fetchMissing(engine, 'health-25001', asked, ask, new AbortController().signal)).rejects.toMatchObject({ name: 'ParentProblem' });
  expect(held.size).toBe(0);
});

it('[HUB45] what is no document in an answer of the parent holds up no other', async () => {
  const { engine, held } = aForgetfulEngine({});
  const ask = (async () => ({ status: 200, body: { results: [null, { id: 'review:1', docs: [{ ok: { _id: 'review:1', _rev: '1-c' } }] }, { id: 'review:2' }] } })) as unknown as AskParent;
  expect(await fetchMissing(engine, 'health-25001', { 'receipt:79': ['2-a'], 'review:1': ['1-c'], 'review:2': ['1-d'] }, ask, new AbortController().signal)).toEqual(['review:1']);
  expect([...held]).toEqual(['review:1']);
});
