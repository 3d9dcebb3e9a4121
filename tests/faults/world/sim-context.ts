import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { Random } from '../interpose/seeded-random.ts';

/** What every part of one seed's world is given. */
export interface SimContext {
  /** Directory of this seed's files. */
  root: string;
  random: Random;
  /** Goes into the seed's fingerprint, and to the screen where asked. */
  trace: (what: string) => void;
  /** Every version that was saved at a PC or given to a hub, by `versionKey`: an engine forgets what newer ones stand on. */
  readonly versions: Map<string, DocumentBody>;
}

export const versionKey = (id: string, rev: string): string => `${id}@${rev}`;
export const pickOf = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
/** A whole number from `least` to `most`. */
export const wholeOf = (random: Random, least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
