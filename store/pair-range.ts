/** Bounds as abstract-leveldown passes them; a bound that is absent, null or empty does not bound. */
export interface RangeOptions { gt?: unknown; gte?: unknown; lt?: unknown; lte?: unknown; reverse?: boolean; limit?: number }
export interface PairRange { conditions: string[]; bounds: Buffer[]; reverse: boolean; limit: number }

export function toKeyBytes(key: unknown): Buffer {
  return Buffer.isBuffer(key) ? key : Buffer.from(String(key), 'utf8');
}

const isBound = (bound: unknown): boolean => bound !== undefined && bound !== null && bound !== '' && !(Buffer.isBuffer(bound) && bound.length === 0);

/** The SQL of a range of keys. `limit` below zero means all. */
export function toPairRange(options: RangeOptions): PairRange {
  const range: PairRange = { conditions: [], bounds: [], reverse: options.reverse === true, limit: typeof options.limit === 'number' ? options.limit : -1 };
  const add = (operator: string, bound: unknown): void => {
    range.conditions.push(`key ${operator} ?`);
    range.bounds.push(toKeyBytes(bound));
  };
  // As in LevelDB, the exclusive bound wins where both are given.
  if (isBound(options.gt)) add('>', options.gt);
  else if (isBound(options.gte)) add('>=', options.gte);
  if (isBound(options.lt)) add('<', options.lt);
  else if (isBound(options.lte)) add('<=', options.lte);
  return range;
}

export const whereOf = (conditions: readonly string[]): string => (conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`);
