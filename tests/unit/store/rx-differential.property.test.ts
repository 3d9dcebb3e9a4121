import * as fc from 'fast-check';
import { fillWithDefaultSettings, getChangedDocumentsSince } from 'rxdb/plugins/core';
import type { BulkWriteRow, RxDocumentData, RxDocumentWriteData, RxJsonSchema, RxStorage, RxStorageInstance } from 'rxdb/plugins/core';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, it } from 'vitest';
import { createRxStorage } from '../../../store/index.ts';
import { aStore } from './store-in-temp-dir.ts';

interface Note { _id: string; text: string }
type Stored = RxDocumentData<Note>;
type Instance = RxStorageInstance<Note, unknown, Record<string, unknown>>;

const schema = fillWithDefaultSettings<Note>({
  version: 0, primaryKey: '_id', type: 'object', attachments: {}, required: ['text'],
  properties: { _id: { type: 'string', maxLength: 12 }, text: { type: 'string', maxLength: 12 } }, indexes: ['text'],
} as RxJsonSchema<Note>);
const ids = ['a', 'b', 'c', 'đ', '\u{1F600}', '\uFFFD'];
const files = ['scan', 'photo'];

/** What is wanted of one document; which version it names is decided when its turn comes. */
const aRow = fc.record({
  id: fc.constantFrom(...ids), text: fc.constantFrom('x', 'y', 'z'), deleted: fc.constantFrom(false, false, true), names: fc.constantFrom('right', 'right', 'right', 'stale', 'nothing'),
  files: fc.dictionary(fc.constantFrom(...files), fc.constantFrom('one', 'two', 'keep')),
});
type Row = typeof aRow extends fc.Arbitrary<infer R> ? R : never;
const aStep = fc.oneof(
  { weight: 5, arbitrary: fc.uniqueArray(aRow, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }).map((rows) => ({ rows, cleans: false })) },
  { weight: 1, arbitrary: fc.constant({ rows: [] as Row[], cleans: true }) },
);

/** As in `query/schemas.property.test.ts`. */
const numRuns = Number(process.env.STORE_RUNS ?? 30);

let opened = 0;
function open(storage: RxStorage<never, Record<string, unknown>>): Promise<Instance> {
  opened += 1;
  return storage.createStorageInstance<Note>({ databaseInstanceToken: `t${opened}`, databaseName: `d${opened}`, collectionName: 'notes', schema, options: {}, multiInstance: false, devMode: false }) as Promise<Instance>;
}

function toWrite({ id, text, deleted, names, files: wanted }: Row, now: Stored | undefined, n: number): BulkWriteRow<Note> {
  const attachments = Object.entries(wanted).flatMap(([name, content]): [string, unknown][] => {
    const known = now?._attachments[name];
    if (content === 'keep') return known && !now?._deleted ? [[name, known]] : [];
    return [[name, { digest: `digest-${content}`, length: content.length, type: 'text/plain', data: new Blob([content], { type: 'text/plain' }) }]];
  });
  const generation = Number.parseInt(now?._rev ?? '0', 10) + 1;
  const document = { _id: id, text, _deleted: deleted, _rev: `${generation}-${n}`, _meta: { lwt: 1000 + n }, _attachments: deleted ? {} : Object.fromEntries(attachments) } as unknown as RxDocumentWriteData<Note>;
  if (names === 'nothing' || (names === 'right' && !now)) return { document };
  return { document, previous: names === 'right' ? now : { ...(now ?? document), _rev: '1-stale' } as Stored };
}

/** RxDB's memory storage throws where others reject. */
const outcome = (work: () => Promise<unknown>): Promise<string> => Promise.resolve().then(work).then(() => 'answered', () => 'refused');

/** One storage and everything it says, in a form that two can be compared in. */
async function play(instance: Instance, steps: readonly { rows: Row[]; cleans: boolean }[]): Promise<unknown[]> {
  const said: unknown[] = [];
  instance.changeStream().subscribe(({ events, context }) => said.push({ context, events: events.map(({ operation, documentId, documentData, previousDocumentData }) => ({
    // Of an insert RxDB's memory storage repeats whatever version the caller named, there or not.
    operation, documentId, documentData, previous: operation === 'INSERT' ? null : previousDocumentData,
  })) }));
  for (const [n, { rows, cleans }] of steps.entries()) {
    if (cleans) while (!await instance.cleanup(0));
    const now = new Map((await instance.findDocumentsById(ids, true)).map((document) => [document._id, document]));
    if (rows.length > 0) {
      const { error } = await instance.bulkWrite(rows.map((row, at) => toWrite(row, now.get(row.id), n * 10 + at)), `step ${n}`);
      said.push(error.map(({ status, documentId, ...of }) => ({ status, documentId, inStore: 'documentInDb' in of ? of.documentInDb : null })));
    }
    const byId = (documents: readonly Stored[]) => [...documents].sort((a, b) => (a._id < b._id ? -1 : 1));
    const all = byId(await instance.findDocumentsById(ids, true));
    said.push(all, byId(await instance.findDocumentsById(ids, false)));
    for (const { _id, _attachments } of all) {
      for (const [name, { digest }] of Object.entries(_attachments)) {
        const blob = await instance.getAttachmentData(_id, name, digest);
        said.push([_id, name, blob instanceof Blob, await blob.text(), blob.type]);
      }
      said.push(await outcome(() => instance.getAttachmentData(_id, 'scan', 'digest-other')));
    }
    const changed = new Map<string, Stored>();
    for (let checkpoint: unknown, more = true; more;) {
      const page = await getChangedDocumentsSince(instance, 2, checkpoint as never);
      for (const document of page.documents) changed.set(document._id, document);
      checkpoint = page.checkpoint;
      more = page.documents.length > 0;
    }
    said.push(byId([...changed.values()]));
  }
  await instance.close();
  return JSON.parse(JSON.stringify(said)) as unknown[];
}

it('[STO37] writes, conflicts, events, attachments, deletions, changes and cleaning up are answered as RxDB\'s memory storage answers', async () => {
  await fc.assert(fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 8 }), async (steps) => {
    const theirs = await play(await open(getRxStorageMemory() as unknown as RxStorage<never, Record<string, unknown>>), steps);
    const core = aStore();
    const ours = await play(await open(createRxStorage(core) as unknown as RxStorage<never, Record<string, unknown>>), steps);
    core.close();
    expect(ours).toEqual(theirs);
  }), { numRuns, seed: process.env.STORE_SEED === undefined ? undefined : Number(process.env.STORE_SEED) });
}, 120_000 + numRuns * 1_000);
