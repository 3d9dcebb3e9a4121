import type { PairValue } from './pair-file.ts';
import { whereOf } from './pair-range.ts';
import type { PairRange } from './pair-range.ts';
import type { Snapshot, SnapshotPool } from './snapshot-pool.ts';

export interface Pair { key: Buffer; value: PairValue }
export interface PairCursor { next(): Pair | undefined; end(): void }

/** Rows of the first page; each further page may be four times as long, up to the greatest. */
const FIRST_PAGE = 16;
const GREATEST_PAGE = 256;
/** A page ends early when its values are this long together. */
const PAGE_BYTES = 1_048_576;

/** Walks a range in one snapshot, a page at a time, and lets go of the snapshot as soon as the range is read. */
export function createPairCursor(pool: SnapshotPool, range: PairRange, withValues: boolean): PairCursor {
  let snapshot: Snapshot | undefined;
  let page: Pair[] = [];
  let at = 0;
  let pageLimit = FIRST_PAGE;
  let remaining = range.limit < 0 ? Infinity : range.limit;
  /** Further bound: behind the last row read. */
  let from: { operator: string; key: Buffer } | undefined;
  let isReadOut = remaining === 0;
  if (!isReadOut) snapshot = pool.take();

  const letGo = (): void => {
    snapshot?.release();
    snapshot = undefined;
  };

  const readPage = (): void => {
    page = [];
    at = 0;
    if (isReadOut || !snapshot) return;
    const wanted = Math.min(pageLimit, remaining);
    const conditions = from ? [...range.conditions, `key ${from.operator} ?`] : range.conditions;
    const bounds = from ? [...range.bounds, from.key] : range.bounds;
    const statement = snapshot.prepare(
      `SELECT key, ${withValues ? 'value' : "'' AS value"} FROM pairs ${whereOf(conditions)} ORDER BY key ${range.reverse ? 'DESC' : 'ASC'} LIMIT ?`,
    );
    let bytes = 0;
    for (const row of statement.iterate(...bounds, wanted) as IterableIterator<Pair>) {
      page.push(row);
      bytes += row.value.length;
      if (bytes >= PAGE_BYTES) break;
    }
    remaining -= page.length;
    pageLimit = Math.min(pageLimit * 4, GREATEST_PAGE);
    const last = page.at(-1);
    if (last) from = { operator: range.reverse ? '<' : '>', key: last.key };
    isReadOut = remaining <= 0 || (page.length < wanted && bytes < PAGE_BYTES);
    if (isReadOut) letGo();
  };

  return {
    next() {
      if (at >= page.length) readPage();
      const pair = page[at];
      at += 1;
      return pair;
    },
    end: letGo,
  };
}
