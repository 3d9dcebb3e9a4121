import type { Random } from '../interpose/seeded-random.ts';

/** What every part of one seed's world is given. */
export interface SimContext {
  /** Directory of this seed's files. */
  root: string;
  random: Random;
  /** Goes into the seed's fingerprint, and to the screen where asked. */
  trace: (what: string) => void;
}

export const pickOf = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
/** A whole number from `least` to `most`. */
export const wholeOf = (random: Random, least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
