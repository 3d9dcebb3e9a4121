import type { Duplicate } from '../domain/patient/find-duplicates.ts';
import type { ColumnMap, ImportKind } from '../domain/import/import-fields.ts';
import type { RowProblem, RowRepair } from '../domain/import/row-reading.ts';
import type { Table } from '../domain/import/table.ts';

/** Rows named at most, of each kind. */
export const MOST_ROWS_NAMED = 20_000;

export interface ImportColumn { letter: string; heading: string; /** The first values below it. */ samples: string[] }
/** A row that is not taken in, with all its reasons; `there` and `likely`: people of the book. */
export interface ImportRow { row: number; outcome: 'refused' | 'there' | 'likely'; problems: (RowProblem & { letter?: string; heading?: string })[]; people: { /** Empty where that is a row above, only tried so far. */ id: string; fullName: string; bornOn: string; village?: string; because: Duplicate['because'] }[] }
export interface ImportRepair extends RowRepair { row: number }

/** How one list stands: read, being tried or taken in, done or stopped. Counts are of rows. */
export interface ImportState {
  id: string; fileName: string; kind: ImportKind; letters: Table['letters']; separator?: Table['separator']; sheet?: string;
  columns: ColumnMap; /** From 0; -1 where there are no headings. */ headerRow: number; headings: ImportColumn[]; /** Fields without a column; one of each group is needed. */ missing: string[][];
  /** `tried`: what would happen is known, nothing was written. */
  step: 'columns' | 'trying' | 'tried' | 'running' | 'done' | 'stopped';
  rows: number; finished: number; added: number; already: number; there: number; likely: number; refused: number;
  /** In the order of the file; while it works only the first of them, in the end up to `MOST_ROWS_NAMED`. */
  notTaken: ImportRow[]; repairs: ImportRepair[];
  /** Rows of lots that have expired: they are taken in, and given to nobody. Up to `MOST_ROWS_NAMED`. */
  expired: number[];
  /** Rows taken in whose insurance number somebody else of the book has too. Up to `MOST_ROWS_NAMED`. */
  sharedCards: number[];
  /** Why it was stopped where nobody asked for it: `DiskFull`, or a fault. */
  problem?: string;
}
export type ImportFileAnswer = { ok: true; id: string; state: ImportState } | { ok: false; refusals: { code: string }[] };
