import type { CountedLine, FoundLot, VarianceReason } from '../../../src-shared/domain/supply/stocktake.schema.ts';
import type { Sql } from '../../../store/index.ts';

/** A count under way. It is the station's, not its author's: whoever is signed in goes on with it. */
export interface Count { id: string; startedAt: string; startedBy: string; blind: boolean; /** Only these; else the whole store room. */ medicineIds?: string[]; /** The account of the second person, who gave her password for the lines as they are. */ witness?: string }
/** One counted lot; `earlier`: movements of it in the book that had been written until then. */
export interface CountLine { lotId: string; counted: number; book: number; earlier: number; at: string; by: string; reason?: VarianceReason; /** In no book before. */ found?: FoundLot }

/** Counts of the store room that are not finished, kept in the encrypted file line by line; nothing of them is in the ledger. */
export interface Counts {
  list(): Count[];
  get(id: string): Count | undefined;
  lines(id: string): CountLine[];
  /** Nothing happens where it is there already. */
  begin(count: Count): void;
  /** In the place of what was counted of the lot before. A number that was changed needs the second person again. */
  keep(id: string, line: CountLine): void;
  /** As if the lot had not been counted. */
  drop(id: string, lotId: string): void;
  explain(id: string, lotId: string, reason: VarianceReason): void;
  witness(id: string, account: string): void;
  /** Within a commit of its own, or in that of the count's finish. */
  remove(id: string, sql?: Sql): void;
  onChange(listener: () => void): () => void;
}

interface CountRow { id: string; started_at: string; started_by: string; blind: number; medicine_ids: string | null; witness: string | null }
interface LineRow { lot_id: string; counted: number; book: number; earlier: number; counted_at: string; counted_by: string; reason: string | null; found: string | null }

export function createCounts(store: Sql): Counts {
  const listeners = new Set<() => void>();
  const changed = () => { for (const listener of [...listeners]) listener(); };
  const unsigned = (id: string) => { store.run('UPDATE station_counts SET witness = NULL WHERE id = ? AND witness IS NOT NULL', id); };
  return {
    list: () => store.all<CountRow>('SELECT * FROM station_counts ORDER BY started_at DESC').map(rowToCount),
    get: (id) => store.all<CountRow>('SELECT * FROM station_counts WHERE id = ?', id).map(rowToCount)[0],
    lines: (id) => store.all<LineRow>('SELECT * FROM station_count_lines WHERE count_id = ? ORDER BY counted_at, lot_id', id).map(rowToLine),
    begin({ id, startedAt, startedBy, blind, medicineIds }) {
      store.run('INSERT OR IGNORE INTO station_counts (id, started_at, started_by, blind, medicine_ids) VALUES (?, ?, ?, ?, ?)', id, startedAt, startedBy, blind ? 1 : 0, medicineIds ? JSON.stringify(medicineIds) : null);
      changed();
    },
    keep(id, { lotId, counted, book, earlier, at, by, reason, found }) {
      unsigned(id);
      store.run('INSERT OR REPLACE INTO station_count_lines (count_id, lot_id, counted, book, earlier, counted_at, counted_by, reason, found) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        id, lotId, counted, book, earlier, at, by, reason ?? null, found ? JSON.stringify(found) : null);
      changed();
    },
    drop(id, lotId) {
      unsigned(id);
      store.run('DELETE FROM station_count_lines WHERE count_id = ? AND lot_id = ?', id, lotId);
      changed();
    },
    explain(id, lotId, reason) {
      store.run('UPDATE station_count_lines SET reason = ? WHERE count_id = ? AND lot_id = ?', reason, id, lotId);
      changed();
    },
    witness(id, account) {
      store.run('UPDATE station_counts SET witness = ? WHERE id = ?', account, id);
      changed();
    },
    remove(id, sql = store) {
      sql.run('DELETE FROM station_count_lines WHERE count_id = ?', id);
      sql.run('DELETE FROM station_counts WHERE id = ?', id);
      changed();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}

/** As the rules take it. */
export const countLineToInput = ({ lotId, counted, book, earlier, at, reason, found }: CountLine): CountedLine =>
  ({ lotId, countedBaseUnits: counted, bookBaseUnits: book, earlierMovements: earlier, countedAt: at, reasonCode: reason, found });

const rowToCount = ({ id, started_at: startedAt, started_by: startedBy, blind, medicine_ids: medicineIds, witness }: CountRow): Count =>
  ({ id, startedAt, startedBy, blind: blind === 1, ...(medicineIds === null ? {} : { medicineIds: JSON.parse(medicineIds) as string[] }), ...(witness === null ? {} : { witness }) });

const rowToLine = ({ lot_id: lotId, counted, book, earlier, counted_at: at, counted_by: by, reason, found }: LineRow): CountLine =>
  ({ lotId, counted, book, earlier, at, by, ...(reason === null ? {} : { reason: reason as VarianceReason }), ...(found === null ? {} : { found: JSON.parse(found) as FoundLot }) });
