import type { LineOutcome } from './import-line.ts';
import type { ListLine } from './read-list.ts';

/** The rows taken so far, so that a row that says the same again is left out; where the first was refused the next is tried. */
export interface TakenRows {
  /** What to answer for a line that repeats a taken row; `undefined` for one to be tried. */
  repeated(line: ListLine): LineOutcome | undefined;
  note(line: ListLine, outcome: LineOutcome): void;
}

export function createTakenRows(): TakenRows {
  /** First row that says so → the row that was taken. */
  const taken = new Map<number, number>();
  return {
    repeated({ row, sameAs = row }) {
      const first = taken.get(sameAs);
      return first === undefined ? undefined : { row, outcome: 'refused', problems: [{ code: 'RepeatedInFile', value: String(first) }] };
    },
    note({ row, sameAs = row }, { outcome }) {
      if (outcome !== 'refused' && !taken.has(sameAs)) taken.set(sameAs, row);
    },
  };
}
