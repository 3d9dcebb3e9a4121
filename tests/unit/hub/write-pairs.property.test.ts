import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encryptedLevelDown } from '../../../src-hub/engine/encrypted-files.ts';
import { createEmbeddedDatabase } from '../../../src-hub/engine/embedded/embedded-database.ts';
import { openPouch } from '../../../src-hub/engine/embedded/pouch.ts';
import type { PouchDatabase } from '../../../src-hub/engine/embedded/pouch-types.ts';
import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';

/** PouchDB as it writes by itself. */
type WholePouch = PouchDatabase & { bulkDocs(documents: object[], options: { new_edits: boolean }): Promise<{ error?: unknown; id?: string; ok?: true; rev?: string }[]>; info(): Promise<{ doc_count: number }> };

const hash = (n: number) => String(n).padStart(32, '0');
const given = fc.record({
  id: fc.integer({ min: 1, max: 12 }), line: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 }), known: fc.integer({ min: 1, max: 5 }),
  deleted: fc.boolean(), attached: fc.constantFrom('', '', '', 'YQ==', 'Yg=='),
});

/** A revision as a writer mints it: the names of its ancestors follow from its own, as far back as it tells them. */
function mintedFrom({ id, line, known, deleted, attached }: { id: number; line: number[]; known: number; deleted: boolean; attached: string }): DocumentBody {
  const ids = line.map((_, i) => hash(Number(line.slice(0, line.length - i).join(''))));
  return {
    _id: `patients:${id}`, _rev: `${ids.length}-${ids[0] ?? ''}`, _revisions: { start: ids.length, ids: ids.slice(0, known) }, device: `pc${id % 3}`, line,
    ...(deleted ? { _deleted: true } : {}), ...(attached === '' || deleted ? {} : { _attachments: { a: { content_type: 'text/plain', data: attached } } }),
  };
}

const open = (directory: string, name: string) => {
  const { pouch, pairs } = openPouch(join(directory, name), encryptedLevelDown(Buffer.alloc(32, 3)));
  return { pouch: pouch as WholePouch, pairs };
};

const require = createRequire(import.meta.url);
const PouchDB = require('pouchdb-core') as new (file: string, options: object) => WholePouch;
/** PouchDB with its own writer, dropping superseded bodies at once. */
const pouchAlone = (directory: string, name: string): WholePouch => new PouchDB(join(directory, name), { adapter: 'tramxa', db: encryptedLevelDown(Buffer.alloc(32, 3)), auto_compaction: true, revs_limit: 1000 });

/** Each run opens four files. */
const RUNS = Number(process.env['TRAMXA_RUNS'] ?? 20);

/** Everything a reader can see, apart from the order of writes and dates of nothing. */
async function seen(pouch: WholePouch): Promise<unknown> {
  const { results } = await pouch.changes({ since: 0, style: 'all_docs', include_docs: true, return_docs: true, attachments: true, conflicts: true });
  const docs = await Promise.all(results.map(async ({ id }) => pouch.get(id, { open_revs: 'all', revs: true, attachments: true })));
  return {
    count: (await pouch.info()).doc_count,
    rows: results.map(({ id, deleted, changes, doc }, n) => ({ id, deleted, doc, revs: changes.map(({ rev }) => rev).sort(), leaves: [...docs[n] as { ok: DocumentBody }[]].sort((a, b) => ((a.ok._rev ?? '') < (b.ok._rev ?? '') ? -1 : 1)) })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

describe('writePairs', () => {
  let directory: string;
  beforeEach(() => { directory = mkdtempSync(join(tmpdir(), 'tramxa-write-')); });
  afterEach(() => { rmSync(directory, { recursive: true, force: true }); });

  it('[HUB34] leaves what PouchDB itself would leave: branches, tombstones, attachments, ancestry told in part, in batches', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(given, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }), async (batches) => {
      const name = randomBytes(4).toString('hex');
      const theirs = pouchAlone(directory, `${name}-theirs`);
      const ours = open(directory, `${name}-ours`);
      const database = await createEmbeddedDatabase('a', ours.pouch, ours.pairs, { stored: () => undefined, broken: () => undefined });
      for (const batch of batches) {
        await theirs.bulkDocs(batch.map(mintedFrom), { new_edits: false });
        expect(await database.write(batch.map(mintedFrom), { minted: true })).toEqual([]);
      }
      const { documents } = await database.info();
      await ours.pouch.close();
      const again = open(directory, `${name}-ours`);
      const [expected, found] = [await seen(theirs), await seen(again.pouch)];
      expect(found).toEqual(expected);
      expect(documents).toBe((expected as { count: number }).count);
      await theirs.close();
      await again.pouch.close();
    }), { numRuns: RUNS, seed: 11 });
  }, RUNS * 2000);

  it('[HSP8] the feed says what PouchDB\'s own feed says, whatever became of the only body of a document meanwhile', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(given, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }), async (batches) => {
      const { pouch, pairs } = open(directory, randomBytes(4).toString('hex'));
      const database = await createEmbeddedDatabase('a', pouch, pairs, { stored: () => undefined, broken: () => undefined });
      for (const batch of batches) {
        await database.write(batch.map(mintedFrom), { minted: true });
        const { results } = await pouch.changes({ since: 0, style: 'all_docs', include_docs: true, return_docs: true });
        const { rows } = await database.changes({ since: '', limit: 1000, style: 'all', withBodies: true });
        expect(rows.map(({ sequence, id, deleted, body, leaves }) => ({ seq: Number.parseInt(sequence, 10), id, deleted, body, leaves: [...leaves].sort() })))
          .toEqual(results.map(({ seq, id, deleted, doc, changes }) => ({ seq, id, deleted: deleted === true, body: doc, leaves: changes.map(({ rev }) => rev).sort() })));
      }
      await pouch.close();
    }), { numRuns: RUNS, seed: 12 });
  }, RUNS * 2000);

  it('[HUB34] reads single documents, revisions and ancestry as PouchDB does, while it writes', async () => {
    const { pouch, pairs } = open(directory, 'reads');
    const database = await createEmbeddedDatabase('a', pouch, pairs, { stored: () => undefined, broken: () => undefined });
    for (const one of fc.sample(given, { numRuns: 120, seed: 5 })) {
      await Promise.all([database.allDocuments({ withBodies: true }), database.write([mintedFrom(one)], { minted: true }), database.read(`patients:${one.id}`, { conflicts: true })]);
    }
    for (let id = 1; id <= 13; id += 1) {
      const name = `patients:${id}`;
      const theirs = await pouch.get(name, { open_revs: 'all', revs: true }).catch(() => []) as { ok: DocumentBody }[];
      const byRev = (list: readonly { ok: DocumentBody }[]) => list.map(({ ok }) => ({ ok })).sort((a, b) => ((a.ok._rev ?? '') < (b.ok._rev ?? '') ? -1 : 1));
      const ours = (await database.openRevisions(name, 'all', { revisions: true })).flatMap((one) => ('ok' in one ? [one] : []));
      expect(byRev(ours)).toEqual(byRev(theirs));
      expect(byRev(ours.map(({ ok, json }) => ({ ok: json === undefined ? ok : JSON.parse(json) as DocumentBody })))).toEqual(byRev(theirs));
      const plain = await pouch.get(name).catch((error: unknown) => ((error as { reason?: string }).reason === 'deleted' ? 'deleted' : undefined));
      expect(await database.read(name)).toEqual(plain);
    }
    expect(await database.openRevisions('patients:1', ['9-none'])).toEqual([{ missing: '9-none' }]);
    await pouch.close();
  });

  it('[HUB34] mints revisions, refuses conflicts and unknown attachments row by row, and goes on counting after a restart', async () => {
    const { pouch, pairs } = open(directory, 'mints');
    const database = await createEmbeddedDatabase('a', pouch, pairs, { stored: () => undefined, broken: () => undefined });
    const [first] = await database.write([{ _id: 'a', n: 1 }], { minted: false });
    expect(first).toMatchObject({ id: 'a', ok: true });
    const rows = await database.write([{ _id: 'a', n: 2 }, { _id: 'b', n: 1 }, { _id: 'c', _attachments: { x: { stub: true, digest: 'md5-none' } } }], { minted: false });
    expect(rows).toMatchObject([{ id: 'a', error: 'conflict' }, { id: 'b', ok: true }, { id: 'c', error: 'forbidden' }]);
    const content = { content_type: 'text/plain', data: 'YQ==' };
    const both = [{ _id: 'e', _rev: `1-${hash(1)}`, _attachments: { x: { stub: true, digest: 'md5-DMF1ucDxtqgxw5niaXcmYQ==' } } }, { _id: 'd', _rev: `1-${hash(1)}`, _attachments: { x: content } }];
    expect(await database.write(both, { minted: true })).toEqual([]);
    expect((await database.attachment('e', 'x'))?.content.toString()).toBe('a');
    await database.write([{ _id: 'd', _rev: `2-${hash(2)}`, _revisions: { start: 2, ids: [hash(2), hash(1)] } }, { _id: 'e', _rev: `2-${hash(2)}`, _revisions: { start: 2, ids: [hash(2), hash(1)] } }], { minted: true });
    expect(await database.write([{ _id: 'f', _rev: `1-${hash(1)}`, _attachments: { x: { stub: true, digest: 'md5-DMF1ucDxtqgxw5niaXcmYQ==' } } }], { minted: true })).toMatchObject([{ id: 'f', rev: `1-${hash(1)}`, error: 'forbidden' }]);
    const before = await database.info();
    await pouch.close();
    const again = open(directory, 'mints');
    const reopened = await createEmbeddedDatabase('a', again.pouch, again.pairs, { stored: () => undefined, broken: () => undefined });
    expect(await reopened.info()).toEqual(before);
    await again.pouch.close();
  });
});
