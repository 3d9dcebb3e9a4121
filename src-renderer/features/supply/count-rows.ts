import type { KeptCount } from '../../../src-shared/contract/counts.ts';
import type { StocktakeCountRow } from '../../../src-shared/contract/queries.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';

export interface CountsOnTheWay {
  /** Numbers on their way to the file, by lot; `undefined` takes the number away. */
  waiting: ReadonlyMap<string, number | undefined>;
  /** What the file has and the station's list does not show yet. */
  kept: ReadonlyMap<string, KeptCount>;
}

/** What the station said last, and what is on its way there. */
export function withKept(rows: readonly StocktakeCountRow[], { waiting, kept }: CountsOnTheWay): StocktakeCountRow[] {
  if (waiting.size + kept.size === 0) return rows as StocktakeCountRow[];
  return rows.map((row) => {
    if (waiting.has(row.lotId)) return { ...row, counted: waiting.get(row.lotId) };
    const newer = kept.get(row.lotId);
    return newer && newer.at > (row.at ?? '') ? { ...row, counted: newer.counted, at: newer.at } : row;
  });
}

/** Every word typed stands in the name or the lot number, marks and capitals aside. */
export function rowsWithWords(rows: StocktakeCountRow[], asked: string): StocktakeCountRow[] {
  const words = foldForSearch(asked).split(' ').filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ medicineName, lotNumber }) => { const folded = foldForSearch(`${medicineName} ${lotNumber}`); return words.every((word) => folded.includes(word)); });
}

/** What was typed in the field of a lot: a number, nothing (the lot is not counted), or what cannot be read. */
export function typedCount(typed: string): { counted: number | undefined } | 'unreadable' {
  const read = parseTypedNumber(typed, { min: 0, max: 10_000_000 });
  return 'value' in read ? { counted: read.value } : 'empty' in read ? { counted: undefined } : 'unreadable';
}

/** Counted less booked; `undefined` where one of them is not known. */
export const differenceOf = ({ counted, book }: Pick<StocktakeCountRow, 'counted' | 'book'>): number | undefined => (counted === undefined || book === undefined ? undefined : counted - book);

/** Where the next line without a number is, after this one and around the end. */
export function nextOpen(rows: readonly StocktakeCountRow[], from: number): number | undefined {
  const after = rows.findIndex(({ counted }, index) => index > from && counted === undefined);
  const found = after === -1 ? rows.findIndex(({ counted }) => counted === undefined) : after;
  return found === -1 ? undefined : found;
}
