import { openStore } from '../../../store/index.ts';
import { createReplicator, openJournal } from '../../../sync/index.ts';
import type { SyncedCollection, SyncedDatabase } from '../../../sync/index.ts';

/** The databases at every hub, by the words collections name them with. */
const databasesOf = (unit: string): Record<string, SyncedDatabase> => ({ diary: { name: `diary-${unit}`, goesUp: true }, lists: { name: 'lists', goesUp: false } });

/** What may be saved here and is carried, and how two versions of a field become one; clashes need a collection of their own. */
const collections: SyncedCollection[] = [
  { table: 'notes', idPrefix: 'notes', database: 'diary', owned: true, schemaVersion: 1, mergePolicy: { '*': 'clash', text: 'keepBoth' } },
  { table: 'conflicts', idPrefix: 'conflict', database: 'diary', owned: true, schemaVersion: 1, mergePolicy: { '*': 'latest' } },
];

/** Writes a note at one place, carries it, and waits until everybody above has proved to hold it. */
export async function writeNote(place: { file: string; key: Buffer; unit: string; device: string }, hub: { hubUrl: string; user: string; password: string; fetch?: typeof fetch }, text: string) {
  const store = openStore({ file: place.file, key: place.key });
  for (const { table } of collections) store.defineTable({ name: table, indexes: [] });
  const journal = openJournal({ store, unit: place.unit, device: place.device, databases: databasesOf(place.unit), collections, now: Date.now });

  // One commit: the document with a revision minted here, its row in the outbox, its digest. `sql` may add rows of yours.
  const at = new Date().toISOString();
  const id = `notes:${crypto.randomUUID()}`;
  const stamp = { unit: place.unit, device: place.device, createdAt: at, createdBy: 'lan', updatedAt: at, updatedBy: 'lan', version: `${at}-${place.device}`, schemaVersion: 1 };
  journal.save({ documents: [{ body: { _id: id, ...stamp, text }, expectedRev: null }], context: 'writeNote' });

  // One exchange; `start()` and `stop()` keep it going instead, over whatever line there is.
  const replicator = createReplicator({ journal, ...hub });
  const { pushed, pulled, denied } = await replicator.exchange({ waitForProofMs: 5_000 });

  const notes = [...store.iterate('notes')].map((note) => note['text']);
  const [tick] = journal.ticks([id]);
  store.close();
  return { pushed, pulled, denied, notes, proved: tick?.proved ?? [] };
}
