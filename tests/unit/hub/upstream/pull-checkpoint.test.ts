import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openEmbeddedEngine } from '../../../../src-hub/engine/embedded/open-embedded-engine.ts';
import { encryptedLevelDown } from '../../../../src-hub/engine/encrypted-files.ts';
import type { Engine } from '../../../../src-hub/engine/engine.ts';
import { createPullCheckpoint } from '../../../../src-hub/upstream/checkpoints.ts';
import type { AskParent } from '../../../../src-hub/upstream/parent-client.ts';
import { pullDatabase } from '../../../../src-hub/upstream/pull-database.ts';

const name = 'health-25001';
const MARK = `/${name}/_local/tramxa-down-hub`;
interface Mark { _rev: string }

/** As a CouchDB answers: a reader ahead of its feed hears nothing. `mayMark`: whether the child may write beside the documents. */
function aParent(mayMark = true) {
  const parent = {
    ids: [] as string[], mark: undefined as Mark | undefined, asked: [] as string[],
    ask: (async (method: string, path: string, { body }: { body?: unknown }) => {
      parent.asked.push(`${method} ${path.split('?', 1)[0]}`);
      if (path === MARK && method === 'GET') return parent.mark ? { status: 200, body: parent.mark } : { status: 404, body: {} };
      if (path === MARK) {
        if (!mayMark) return { status: 403, body: {} };
        const { _rev, ...mark } = body as Partial<Mark>;
        if (_rev !== parent.mark?._rev) return { status: 409, body: {} };
        parent.mark = { ...mark, _rev: `0-${Number(parent.mark?._rev.slice(2) ?? 0) + 1}` };
        return { status: 201, body: { rev: parent.mark._rev } };
      }
      if (path.includes('_changes')) {
        const since = Number(new URL(path, 'http://x').searchParams.get('since'));
        return { status: 200, body: { results: parent.ids.slice(since).map((id) => ({ id, changes: [{ rev: '1-a' }] })), last_seq: String(Math.max(since, parent.ids.length)) } };
      }
      const { docs } = body as { docs: { id: string }[] };
      return { status: 200, body: { results: docs.map(({ id }) => ({ id, docs: [{ ok: { _id: id, _rev: '1-a', _revisions: { start: 1, ids: ['a'] } } }] })) } };
    }) as unknown as AskParent,
  };
  return parent;
}

let dir: string, child: Engine;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'tramxa-pull-'));
  child = openEmbeddedEngine({ dir, openLevelDown: encryptedLevelDown(Buffer.alloc(32, 7)) });
  await child.create(name);
});
afterEach(async () => { await child.close(); rmSync(dir, { recursive: true, force: true }); });

const connect = (parent: ReturnType<typeof aParent>) => {
  const checkpoint = createPullCheckpoint(child, parent.ask, 'hub');
  return { checkpoint, pull: () => pullDatabase(child, name, checkpoint, parent.ask, new AbortController().signal) };
};

it.each([['told so', (of: ReturnType<typeof connect>) => { of.checkpoint.forget(name); return of; }], ['connecting anew', (_: unknown, parent: ReturnType<typeof aParent>) => connect(parent)]])('[UPL9] what was written at a parent after it was put back comes down: %s', async (_, noticed) => {
  const parent = aParent();
  const first = connect(parent);
  parent.ids.push('review:1', 'review:2');
  expect(await first.pull()).toEqual(['review:1', 'review:2']);
  const copy = { ids: [...parent.ids], mark: parent.mark };
  parent.ids.push('review:3', 'review:4');
  expect(await first.pull()).toEqual(['review:3', 'review:4']);
  Object.assign(parent, copy);
  parent.ids.push('review:5');
  expect(await first.pull()).toEqual([]);
  expect(await noticed(first, parent).pull()).toEqual(['review:5']);
});

it('[UPL9] also where it was looked at before anything was written there again', async () => {
  const parent = aParent();
  const { checkpoint, pull } = connect(parent);
  parent.ids.push('review:1');
  await pull();
  const copy = { ids: [...parent.ids], mark: parent.mark };
  parent.ids.push('review:2', 'review:3');
  await pull();
  Object.assign(parent, copy);
  checkpoint.forget(name);
  expect(await pull()).toEqual([]);
  parent.ids.push('review:4');
  expect(await pull()).toEqual(['review:4']);
});

it('[UPL9] where the feed grew past the place before anybody looked, the mark that went back tells', async () => {
  const parent = aParent();
  const { pull } = connect(parent);
  parent.ids.push('review:1');
  await pull();
  const copy = { ids: [...parent.ids], mark: parent.mark };
  parent.ids.push('review:2');
  await pull();
  Object.assign(parent, copy);
  parent.ids.push('review:3', 'review:4');
  expect(await pull()).toEqual(['review:4']);
  expect(await pull()).toEqual(['review:3']);
});

it('[UPL9] little is asked for it: once for a connection, and again where something came; a parent where nothing may be marked is read on', async () => {
  const parent = aParent();
  const { pull } = connect(parent);
  for (const id of ['review:1', 'review:2']) { parent.ids.push(id); await pull(); await pull(); }
  expect(parent.asked.filter((one) => one.endsWith(MARK))).toEqual([`GET ${MARK}`, `PUT ${MARK}`, `PUT ${MARK}`]);
  const closed = aParent(false);
  await child.destroy(name);
  await child.create(name);
  closed.ids.push('review:1');
  expect(await connect(closed).pull()).toEqual(['review:1']);
  closed.ids.push('review:2');
  closed.asked.length = 0;
  expect(await connect(closed).pull()).toEqual(['review:2']);
  expect(closed.asked.filter((one) => one.endsWith('_bulk_get'))).toHaveLength(1);
});
