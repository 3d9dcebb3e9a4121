import type { ReferenceName } from '../../src-shared/contract/hub-api.ts';
import type { EntryInput } from '../../src-shared/domain/reference/plan-release.ts';
import type { HubBook } from '../provisioning/hub-book.ts';

/** What was edited in the console and is not published yet; one for each entry. */
export interface CatalogueDrafts {
  of(catalogue: ReferenceName): Map<string, EntryInput>;
  put(catalogue: ReferenceName, entries: readonly EntryInput[], account: string, at: string): void;
  /** All of a catalogue's without a code. */
  remove(catalogue: ReferenceName, code?: string): void;
}

export function createCatalogueDrafts(book: HubBook): CatalogueDrafts {
  book.sql.run('CREATE TABLE IF NOT EXISTS catalogueDrafts (catalogue TEXT NOT NULL, code TEXT NOT NULL, entry TEXT NOT NULL, account TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (catalogue, code))');
  return {
    of: (catalogue) => new Map(book.sql.all<{ code: string; entry: string }>('SELECT code, entry FROM catalogueDrafts WHERE catalogue = ? ORDER BY code', catalogue).map(({ code, entry }) => [code, JSON.parse(entry) as EntryInput])),
    put(catalogue, entries, account, at) {
      book.inTransaction((sql) => {
        for (const entry of entries) {
          sql.run(`INSERT INTO catalogueDrafts (catalogue, code, entry, account, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (catalogue, code) DO UPDATE SET entry = excluded.entry, account = excluded.account, at = excluded.at`, catalogue, entry.code, JSON.stringify(entry), account, at);
        }
      });
    },
    remove(catalogue, code) { book.sql.run(`DELETE FROM catalogueDrafts WHERE catalogue = ? AND ${code === undefined ? '1' : 'code = ?'}`, catalogue, ...(code === undefined ? [] : [code])); },
  };
}
