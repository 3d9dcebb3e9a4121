import { foldForSearch, foldYToI } from '../../../src-shared/domain/common/fold-for-search.ts';
import type { PersonEntry } from '../db/person-entry.ts';

export interface Found { rows: PersonEntry[]; total: number }
interface Ranked { entry: PersonEntry; score: number }

/** Shorter runs of digits would match every number. */
const shortestNumberPart = 3;

/**
 * People who fit every word typed: the beginning of any word of name or village in any order, the birth year, a part of the
 * phone number, the last digits of CCCD or BHYT. Typed with marks, the same marks come first; then whole words; then by
 * given name. `wanted` rows are kept in order while looking, so thirty thousand people cost one pass.
 */
export function searchPeople(people: Iterable<PersonEntry>, text: string, wanted: number): Found {
  const typed = text.normalize('NFC').toLowerCase().trim().split(/\s+/u).filter(Boolean);
  const words = foldForSearch(text).split(' ').filter(Boolean).map((word) => wordMatcher(word));
  if (words.length === 0) return { rows: [], total: 0 };
  const exact = typed.filter((word) => foldForSearch(word) !== word).map((word) => ` ${word}`);
  const best: Ranked[] = [];
  let total = 0;
  for (const entry of people) {
    if (!words.every((fits) => fits(entry))) continue;
    total += 1;
    insert(best, { entry, score: score(entry, words, exact) }, wanted);
  }
  return { rows: best.map(({ entry }) => entry), total };
}

interface WordMatcher { (entry: PersonEntry): boolean; whole: string }

function wordMatcher(word: string): WordMatcher {
  const start = ` ${word}`;
  const second = ` ${foldYToI(word)}`;
  const isNumber = /^\d+$/.test(word) && word.length >= shortestNumberPart;
  const fits = (entry: PersonEntry): boolean =>
    entry.words.includes(start) || (second !== start && entry.words.includes(second)) || (isNumber && fitsNumber(entry, word));
  return Object.assign(fits, { whole: `${start} ` });
}

function fitsNumber({ patient: { phone, nationalId, insuranceNumber } }: PersonEntry, digits: string): boolean {
  return (phone?.includes(digits) ?? false) || (nationalId?.endsWith(digits) ?? false) || (insuranceNumber?.endsWith(digits) ?? false)
    || (digits.length >= 9 && ((nationalId?.startsWith(digits) ?? false) || (insuranceNumber?.includes(digits) ?? false)));
}

function score(entry: PersonEntry, words: readonly WordMatcher[], exact: readonly string[]): number {
  const marks = exact.filter((word) => entry.exactName.includes(word)).length;
  const whole = words.filter(({ whole: word }) => `${entry.words} `.includes(word)).length;
  return marks * 100 + whole;
}

/** Keeps the `wanted` best in order; most candidates are turned away by one comparison with the last. */
function insert(best: Ranked[], candidate: Ranked, wanted: number): void {
  const last = best.at(-1);
  if (best.length >= wanted && last && !isBefore(candidate, last)) return;
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(candidate, best[middle]!)) high = middle; else low = middle + 1;
  }
  best.splice(low, 0, candidate);
  if (best.length > wanted) best.pop();
}

function isBefore(a: Ranked, b: Ranked): boolean {
  return a.score !== b.score ? a.score > b.score : a.entry.order < b.entry.order;
}
