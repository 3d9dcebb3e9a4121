import type { Connection } from './driver.ts';

/** Its value as bytes (UTF-8), which a text is in the file; `form`: what was given. */
export type PairOfRange = [key: Buffer, value: Buffer, form: 'text' | 'blob'];

/** What one statement reads at once. */
const SLICE = 256;
/** A longer value is read by itself: so a slice takes no more memory than `SLICE` times this. */
const LONG = 64 * 1024;

type Slice = [rows: number, keys: Buffer | null, values: Buffer | null, ends: string | null];

/**
 * Reads pairs in the order of their keys. A slice comes as one row, all its keys as one buffer and all its values as another, of
 * which the caller gets the parts: a row and two buffers for each pair would cost more than finding and decrypting them.
 */
export function createRangeReader(connection: Connection) {
  const slices = connection.prepare(`
    SELECT count(*), CAST(group_concat(CAST(key AS TEXT), '') AS BLOB), CAST(group_concat(iif(size <= ${LONG}, CAST(value AS TEXT), ''), '') AS BLOB),
      '[' || group_concat(octet_length(key) || ',' || size || ',' || (kind = 'text')) || ']'
    FROM (SELECT key, value, octet_length(value) AS size, typeof(value) AS kind FROM pairs WHERE key > ? AND key < ? ORDER BY key LIMIT ?)`).raw();
  const single = connection.prepare('SELECT CAST(value AS BLOB) FROM pairs WHERE key = ?').pluck();

  /** Those behind `after` and before `before`, at most `limit`; none behind the one whose value reaches `mostBytes` in all. */
  return (after: Buffer, before: Buffer, limit: number, mostBytes = Infinity): PairOfRange[] => {
    const found: PairOfRange[] = [];
    let [bytes, behind] = [0, after];
    while (found.length < limit) {
      const wanted = Math.min(SLICE, limit - found.length);
      const [rows, keys, values, sizes] = slices.get(behind, before, wanted) as Slice;
      if (!keys || !values || sizes === null) return found;
      const numbers = JSON.parse(sizes) as number[];
      let [keyAt, valueAt] = [0, 0];
      for (let n = 0; n < numbers.length; n += 3) {
        const [keySize = 0, size = 0, isText] = [numbers[n], numbers[n + 1], numbers[n + 2]];
        const key = keys.subarray(keyAt, keyAt += keySize);
        const value = size > LONG ? single.get(key) as Buffer : values.subarray(valueAt, valueAt += size);
        found.push([key, value, isText ? 'text' : 'blob']);
        bytes += size;
        if (bytes >= mostBytes) return found;
      }
      if (rows < wanted) return found;
      behind = found.at(-1)?.[0] ?? before;
    }
    return found;
  };
}
