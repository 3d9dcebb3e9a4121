import type { JournalCore } from './journal-core.ts';
import { wireToStored } from './wire-document.ts';
import type { WireDocument } from './wire-document.ts';

const atOnce = 500;

/**
 * Documents that an older program kept untouched because it did not know their collection, and this one does. What only comes down goes into its
 * table; where the station's own are among them the database is read from its beginning at the next contact, which finds them with their ancestry.
 */
export function adoptKnown(core: JournalCore): void {
  const { sql } = core.store;
  const kinds = sql.all<{ database: string; prefix: string }>("SELECT DISTINCT database, substr(id, 1, instr(id, ':')) AS prefix FROM foreign_documents");
  for (const { database, prefix } of kinds) {
    const collection = core.collectionOf(prefix);
    if (!collection || core.databaseOf(prefix) !== database) continue;
    const range = [database, prefix, `${prefix.slice(0, -1)};`] as const;
    const forget = 'DELETE FROM foreign_documents WHERE database = ? AND id >= ? AND id < ?';
    if (collection.owned) {
      core.store.commit({ documents: [], context: 'sync-adopt', sql: (into) => { into.run(forget, ...range); into.run("UPDATE sync_checkpoints SET since = '0' WHERE database = ?", database); } });
      continue;
    }
    for (;;) {
      const rows = sql.all<{ id: string; body: string }>('SELECT id, body FROM foreign_documents WHERE database = ? AND id >= ? AND id < ? ORDER BY id LIMIT ?', ...range, atOnce);
      if (rows.length === 0) break;
      const documents = rows.map(({ body }) => ({ table: collection.table, document: wireToStored(JSON.parse(body) as WireDocument) }));
      core.store.commit({ documents, context: 'sync-adopt', sql: (into) => { for (const { id } of rows) into.run('DELETE FROM foreign_documents WHERE database = ? AND id = ?', database, id); } });
    }
  }
}
