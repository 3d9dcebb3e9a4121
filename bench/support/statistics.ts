/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Rates are better when they are greater; times, bytes and memory when they are smaller. */
export const isGreaterBetter = (unit: string): boolean => unit.endsWith('/s');

/** Ours against a peer; above 1 ours is better, whichever way the unit points. */
export function ratioOf(ours: number, peer: number, unit: string): number {
  if (!(ours > 0) || !(peer > 0)) throw new RangeError(`no ratio of ${ours} and ${peer} ${unit}`);
  return isGreaterBetter(unit) ? ours / peer : peer / ours;
}

/** Four significant digits: more would claim what a few runs cannot know. */
export const toPrecision = (value: number): number => Number(value.toPrecision(4));
