/** A draw is a whole number from 0 up to and without this. */
export const DRAW_RANGE = 10_000;

/**
 * A number drawn for a record from a seed, always the same for the same two: FNV-1a (32 bit) of `seed:id`, mixed as
 * MurmurHash3 ends. Records whose draw is below a share of the range are looked at whatever else they say.
 */
export function reviewDraw(seed: string, recordId: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}:${recordId}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % DRAW_RANGE;
}

/** Whether a record with this draw is of the share (in percent). */
export const isDrawn = (draw: number, sharePercent: number): boolean => draw < (sharePercent * DRAW_RANGE) / 100;
