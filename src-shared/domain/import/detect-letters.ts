import { decodeLegacy, type LegacyLetters } from './legacy-letters.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

export type Letters = 'unicode' | LegacyLetters;
/** Words beyond these tell nothing more. */
const MOST_WORDS = 2000;

/** Which letters these texts are written in: the way in which most words with marks are Vietnamese syllables; Unicode where nothing tells. */
export function detectLetters(texts: Iterable<string>): Letters {
  const words = wordsWithMarks(texts);
  if (words.length === 0) return 'unicode';
  const share = (letters: Letters) => words.filter((word) => isVietnameseSyllable(read(word, letters))).length / words.length;
  const shares = (['unicode', 'tcvn3', 'vni'] as const).map((letters) => ({ letters, share: share(letters) }));
  return shares.reduce((best, next) => (next.share > best.share ? next : best)).letters;
}

/** One text in the letters of its file; a text of the same file typed in Unicode (a heading, a later line) stays as it is. */
export function readLetters(text: string, letters: Letters): string {
  const plain = text.normalize('NFC');
  // No old way has codes for letters such as ọ or ễ.
  if (letters === 'unicode' || /[\u0100-\u024F\u1E00-\u1EFF]/.test(plain)) return plain;
  const words = wordsWithMarks([plain]);
  const right = (as: Letters) => words.filter((word) => isVietnameseSyllable(read(word, as))).length;
  return right('unicode') > right(letters) ? plain : decodeLegacy(plain, letters);
}

const read = (word: string, letters: Letters): string => (letters === 'unicode' ? word : decodeLegacy(word, letters));

/** A word ends at a space or a sign that no old way used for a letter. */
function wordsWithMarks(texts: Iterable<string>): string[] {
  const words: string[] = [];
  for (const text of texts) {
    for (const word of text.normalize('NFC').split(/[\s.,;:/()\-"'\d_]+/u)) if (/[^\u0000-\u007F]/.test(word)) words.push(word);
    if (words.length > MOST_WORDS) break;
  }
  return words;
}
