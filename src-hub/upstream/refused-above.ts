import type { HubBook } from '../provisioning/hub-book.ts';
import { instantOf } from '../provisioning/work-place.ts';

/** A revision the parent would not take, kept until it takes it or the document moves on. The document itself stays in its database. */
export interface RefusedRevision { id: string; rev: string; reason: string }

const MAX_REASON = 200;
const table = `CREATE TABLE IF NOT EXISTS refusedAbove (database TEXT NOT NULL, id TEXT NOT NULL, rev TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (database, id, rev))`;

export interface RefusedAbove {
  of(database: string): RefusedRevision[];
  note(database: string, refused: RefusedRevision[]): void;
  /** The parent took these: every refused revision of the same documents is history. */
  taken(database: string, ids: readonly string[]): void;
  /** Gone from here too: nothing to send any more. */
  forget(database: string, id: string, rev: string): void;
  /** Databases with something refused. */
  databases(): string[];
}

export function createRefusedAbove(book: HubBook, now: () => number, changed: (database: string) => void): RefusedAbove {
  book.sql.run(table);
  return {
    of: (database) => book.sql.all<RefusedRevision>('SELECT id, rev, reason FROM refusedAbove WHERE database = ? ORDER BY id, rev', database),
    note(database, refused) {
      if (!refused.length) return;
      let isNew = false;
      book.inTransaction((sql) => {
        for (const { id, rev, reason } of refused) {
          const { changes } = sql.run('INSERT INTO refusedAbove (database, id, rev, reason, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', database, id, rev, reason.slice(0, MAX_REASON), instantOf(now()));
          isNew ||= changes > 0;
        }
      });
      if (isNew) changed(database);
    },
    taken(database, ids) {
      const open = new Set(book.sql.all<{ id: string }>('SELECT DISTINCT id FROM refusedAbove WHERE database = ?', database).map((row) => row.id));
      const done = ids.filter((id) => open.has(id));
      for (const id of done) book.sql.run('DELETE FROM refusedAbove WHERE database = ? AND id = ?', database, id);
      if (done.length) changed(database);
    },
    forget(database, id, rev) {
      if (book.sql.run('DELETE FROM refusedAbove WHERE database = ? AND id = ? AND rev = ?', database, id, rev).changes) changed(database);
    },
    databases: () => book.sql.all<{ database: string }>('SELECT DISTINCT database FROM refusedAbove').map((row) => row.database),
  };
}
