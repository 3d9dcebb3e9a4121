import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';

/** What people were told stands: every answer "saved" the simulator heard, to be found again at the end. */
export interface Promises {
  /** Ids of records that were said to be saved. */
  readonly created: Set<string>;
  /** Ids that may exist: somebody saved, and the PC died before it answered. */
  readonly maybe: Set<string>;
  /** Words somebody typed, each once: where, and what stood in that field before, as the person saw it. */
  readonly typed: Map<string, { id: string; field: string; over: string | undefined }>;
  /** What stood in the field of each word that somebody meant to save, answered or not: the PC may die after it saved and before it says so. */
  readonly attempted: Map<string, string>;
  /** Words and ids that only a destroyed machine held. */
  readonly excused: Set<string>;
  nextWord(): string;
}

export function createPromises(): Promises {
  let words = 0;
  return { created: new Set(), maybe: new Set(), typed: new Map(), attempted: new Map(), excused: new Set(), nextWord: () => `w${(words++).toString(36)}z` };
}

/** Every made-up word in some documents. */
export function wordsIn(bodies: Iterable<DocumentBody>): Set<string> {
  const found = new Set<string>();
  // A new line is two letters in JSON, of which the second would begin the word.
  for (const body of bodies) for (const [word] of JSON.stringify(body).replaceAll('\\n', ' ').matchAll(/\bw[0-9a-z]+z\b/g)) found.add(word);
  return found;
}
