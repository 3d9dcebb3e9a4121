import { foldForSearch, foldYToI } from '../../../src-shared/domain/common/fold-for-search.ts';
import type { PeopleIndex } from '../db/people-index.ts';
import type { PersonEntry } from '../db/person-entry.ts';

export interface Found { rows: PersonEntry[]; total: number }
interface Ranked { entry: PersonEntry; score: number }

/** Shorter runs of digits would match every number. */
const shortestNumberPart = 3;
/** From so many digits on the beginning of a card's number counts too, not only its end. */
const longNumberPart = 9;
/** More words than this say nothing new. */
const mostWords = 30;

/**
 * People who fit every word typed: the beginning of any word of name or village in any order, the birth year, a part of the
 * phone number, the last digits of CCCD or BHYT. Typed with marks, the same marks come first; then whole words; then by
 * given name. `wanted` rows are kept in order while looking.
 */
export function searchPeople(people: Pick<PeopleIndex, 'rows' | 'words'>, text: string, wanted: number): Found {
  const words = [...new Set(foldForSearch(text).split(' ').filter(Boolean))].slice(0, mostWords);
  if (words.length === 0) return { rows: [], total: 0 };
  const exact = text.normalize('NFC').toLowerCase().split(/\s+/u).filter((word) => word !== '' && foldForSearch(word) !== word).map((word) => ` ${word}`);
  const { fitting, whole } = match(people, words);
  const all = (2 ** words.length) - 1;
  const best: Ranked[] = [];
  let total = 0;
  for (const [row, entry] of people.rows.entries()) {
    if (fitting[row] !== all || !entry) continue;
    total += 1;
    const marks = exact.length === 0 ? 0 : exact.filter((word) => entry.exactName.includes(word)).length;
    insert(best, { entry, score: marks * 100 + (whole[row] ?? 0) }, wanted);
  }
  return { rows: best.map(({ entry }) => entry), total };
}

/** Per row: which words fit, as bits, and how many of them as whole words. */
function match({ rows, words: index }: Pick<PeopleIndex, 'rows' | 'words'>, words: readonly string[]): { fitting: Int32Array; whole: Uint8Array } {
  const fitting = new Int32Array(rows.length);
  const whole = new Uint8Array(rows.length);
  words.forEach((word, position) => {
    const bit = 1 << position;
    for (const beginning of new Set([word, foldYToI(word)])) {
      for (const { word: found, rows: having } of index.starting(beginning)) {
        const isWhole = found === word;
        for (const row of having) {
          fitting[row] = (fitting[row] ?? 0) | bit;
          if (isWhole) whole[row] = (whole[row] ?? 0) + 1;
        }
      }
    }
    if (!/^\d+$/.test(word) || word.length < shortestNumberPart) return;
    for (const [row, entry] of rows.entries()) if (entry && fitsNumber(entry, word)) fitting[row] = (fitting[row] ?? 0) | bit;
  });
  return { fitting, whole };
}

function fitsNumber({ patient: { phone, nationalId, insuranceNumber } }: PersonEntry, digits: string): boolean {
  if ((phone?.includes(digits) ?? false) || (nationalId?.endsWith(digits) ?? false) || (insuranceNumber?.endsWith(digits) ?? false)) return true;
  return digits.length >= longNumberPart && ((nationalId?.startsWith(digits) ?? false) || (insuranceNumber?.includes(digits) ?? false));
}

/** Keeps the `wanted` best in order; most candidates are turned away by one comparison with the last. */
function insert(best: Ranked[], candidate: Ranked, wanted: number): void {
  const last = best.at(-1);
  if (best.length >= wanted && last && !isBefore(candidate, last)) return;
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = best[middle];
    if (there && isBefore(candidate, there)) high = middle; else low = middle + 1;
  }
  best.splice(low, 0, candidate);
  if (best.length > wanted) best.pop();
}

function isBefore(a: Ranked, b: Ranked): boolean {
  return a.score !== b.score ? a.score > b.score : a.entry.order < b.entry.order;
}
