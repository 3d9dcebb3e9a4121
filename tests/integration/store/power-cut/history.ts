import { createHash } from 'node:crypto';
import { openStore } from '../../../../store/index.ts';
import type { DocumentWrite, StorageCore, StoredDocument } from '../../../../store/index.ts';
import { createRandom, readImage } from './disk-image.ts';
import type { DiskImage } from './disk-image.ts';

export const key = Buffer.alloc(32, 9);

/** What the disk held when a commit had returned, and all that could be read from the store then. */
export interface Moment { image: DiskImage; content: string }

/** Everything in the store, as one text: documents of both tables with their bodies, and the plain rows. */
export function contentOf(store: StorageCore): string {
  const digest = createHash('sha256');
  let documents = 0;
  for (const table of ['people', 'audit']) {
    for (const document of store.iterate(table, { withDeleted: true })) {
      digest.update(JSON.stringify(document));
      documents += 1;
    }
  }
  const outbox = store.sql.all<{ id: string }>('SELECT id FROM outbox ORDER BY seq').map(({ id }) => id);
  return `${outbox.length} commits, ${documents} documents, ${digest.update(outbox.join()).digest('hex')}`;
}

/**
 * A store's life of `commits` commits of several rows in three tables, the log folded into the file every few of them; the
 * moment after each, and last the one after closing.
 */
export function live(file: string, commits: number, seed: number): Moment[] {
  const random = createRandom(seed);
  const store = openStore({ file, key });
  store.defineTable({ name: 'people', indexes: [['name']] });
  store.defineTable({ name: 'audit', indexes: [] });
  store.sql.run('CREATE TABLE outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL)');
  store.sql.all('PRAGMA wal_autocheckpoint = 25');
  const moments: Moment[] = [{ image: readImage(file), content: contentOf(store) }];
  for (let n = 1; n <= commits; n += 1) {
    const rows = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, row): DocumentWrite => {
      const _id = `p${Math.floor(random() * 30)}-${row}`;
      const document: StoredDocument = { _id, _rev: `${n}-a`, _deleted: random() < 0.1, _meta: { lwt: 0 }, _attachments: {}, name: `Nguyễn ${n}`, text: 'x'.repeat(random() * 9_000) };
      return { table: 'people', document };
    });
    const audit: StoredDocument = { _id: `a${n}`, _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {}, rows: rows.map(({ document }) => document._rev) };
    store.commit({ documents: [...rows, { table: 'audit', document: audit, previousRev: null }], sql: (sql) => { sql.run('INSERT INTO outbox (id) VALUES (?)', `p${n}`); }, context: 'save' });
    moments.push({ image: readImage(file), content: contentOf(store) });
  }
  const { content } = moments.at(-1) as Moment;
  store.close();
  return [...moments, { image: readImage(file), content }];
}
