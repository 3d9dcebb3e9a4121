import type { ColumnMap } from './import-fields.ts';
import { cellText, type Cell } from './table.ts';
import type { ReadCell } from './read-cells.ts';

/** Why a row cannot go in: a field, a code (words are in i18n) and what stands in the cell. */
export interface RowProblem { field?: string; code: string; value?: string }
/** What was put right by itself, so that it can be looked at. */
export interface RowRepair { field: string; code: string; value: string; became: string }
/** One row as an operation's input, or why not. */
export type RowReading<I> = { ok: true; input: I; repairs: RowRepair[] } | { ok: false; problems: RowProblem[] };

/** The cells of one row by field, with what was found wrong and what was put right. */
export interface RowReader {
  has(field: string): boolean;
  /** Nothing in any column that is read. */
  readonly isEmpty: boolean;
  text(field: string): string | undefined;
  read<T>(field: string, how: (cell: Cell | undefined) => ReadCell<T>): T | undefined;
  problem(field: string, code: string): void;
  repair(field: string, code: string, became: string): void;
  readonly problems: RowProblem[];
  readonly repairs: RowRepair[];
}

export function createRowReader(cells: readonly Cell[], columns: ColumnMap): RowReader {
  const problems: RowProblem[] = [];
  const repairs: RowRepair[] = [];
  const cellOf = (field: string): Cell | undefined => { const at = columns[field]; return at === undefined ? undefined : cells[at]; };
  const text = (field: string) => cellText(cellOf(field)) || undefined;
  const value = (field: string) => text(field)?.slice(0, 80);
  const problem = (field: string, code: string) => { problems.push({ field, code, ...(value(field) === undefined ? {} : { value: value(field) }) }); };
  // Letters the file no longer has are not guessed.
  for (const field of Object.keys(columns)) if (text(field)?.includes('\uFFFD')) problem(field, 'ControlCharacters');
  const repair = (field: string, code: string, became: string) => { repairs.push({ field, code, value: value(field) ?? '', became }); };
  return {
    has: (field) => text(field) !== undefined,
    isEmpty: Object.keys(columns).every((field) => text(field) === undefined),
    text, problem, repair, problems, repairs,
    read(field, how) {
      if (text(field) === undefined) return undefined;
      const outcome = how(cellOf(field));
      if ('problem' in outcome) { problem(field, outcome.problem); return undefined; }
      if (outcome.repaired !== undefined) repair(field, outcome.repaired, String(outcome.value));
      return outcome.value;
    },
  };
}
