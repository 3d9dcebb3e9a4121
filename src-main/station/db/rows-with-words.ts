import type { Sql } from '../../../store/index.ts';
import { chunkBits, chunkOf, offsetOf, unpackRows } from './row-list.ts';

/** Rows that have every one of these whole words: those of the rarest one, looked for in the lists of the others. */
export function rowsWithWords(sql: Sql, words: readonly string[]): number[] {
  const lists = [...new Set(words)].map((word) => new Map(
    sql.all<{ chunk: number; rows: Uint8Array }>('SELECT chunk, rows FROM people_words WHERE word = ?', word).map(({ chunk, rows }) => [chunk, unpackRows(rows)])));
  const sizeOf = (list: ReadonlyMap<number, Uint16Array>): number => [...list.values()].reduce((sum, { length }) => sum + length, 0);
  const [rarest, ...others] = lists.sort((a, b) => sizeOf(a) - sizeOf(b));
  const rows = [...(rarest ?? [])].flatMap(([chunk, offsets]) => Array.from(offsets, (offset) => (chunk << chunkBits) + offset));
  return rows.filter((row) => others.every((list) => hasOffset(list.get(chunkOf(row)), offsetOf(row))));
}

function hasOffset(offsets: Uint16Array | undefined, wanted: number): boolean {
  let [low, high] = [0, (offsets?.length ?? 0) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = offsets?.[middle] ?? 0;
    if (there === wanted) return true;
    if (there < wanted) low = middle + 1; else high = middle - 1;
  }
  return false;
}
