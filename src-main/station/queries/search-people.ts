import { foldForSearch, foldYToI } from '../../../src-shared/domain/common/fold-for-search.ts';
import type { NumberPart, PeopleIndex } from '../db/people-index.ts';
import { marked } from '../db/people-tables.ts';
import { markedWordsOf, type PersonEntry } from '../db/person-entry.ts';
import { firstRows } from './first-rows.ts';

export interface Found { rows: PersonEntry[]; total: number }
type Searched = Pick<PeopleIndex, 'rowLimit' | 'starting' | 'withNumber' | 'orders' | 'entries'>;

/** Shorter runs of digits would match every number. */
const shortestNumberPart = 3;
/** From so many digits on the beginning of a card's number counts too, not only its end. */
const longNumberPart = 9;
/** More words than this say nothing new. */
const mostWords = 30;
/** One word with the same marks weighs more than any number of whole words. */
const marksWeight = 100;

const shortParts: readonly NumberPart[] = [{ column: 'phones', at: 'anywhere' }, { column: 'ids', at: 'end' }, { column: 'cards', at: 'end' }];
const longParts: readonly NumberPart[] = [...shortParts, { column: 'ids', at: 'beginning' }, { column: 'cards', at: 'anywhere' }];

/**
 * People who fit every word typed: the beginning of any word of name or village in any order, the birth year, a part of the
 * phone number, the last digits of CCCD or BHYT. Typed with marks, the same marks come first; then whole words; then by
 * given name. Only the `wanted` first are read.
 */
export function searchPeople(people: Searched, text: string, wanted: number): Found {
  const words = [...new Set(foldForSearch(text).split(' ').filter(Boolean))].slice(0, mostWords);
  if (words.length === 0) return { rows: [], total: 0 };
  const { fitting, scores } = match(people, words, markedWordsOf(text));
  const all = (2 ** words.length) - 1;
  const found: number[] = [];
  for (let row = 0; row < fitting.length; row += 1) if (fitting[row] === all) found.push(row);
  return { rows: firstRows(people, found, scores, wanted), total: found.length };
}

/** Per row: which words fit, as bits, and how well. */
function match(people: Searched, words: readonly string[], withMarks: readonly string[]): { fitting: Int32Array; scores: Uint16Array } {
  const fitting = new Int32Array(people.rowLimit());
  const scores = new Uint16Array(fitting.length);
  words.forEach((word, position) => {
    const bit = 1 << position;
    for (const beginning of new Set([word, foldYToI(word)])) {
      for (const { word: found, base, offsets } of people.starting(beginning)) {
        const points = Number(found === word);
        for (const offset of offsets) {
          fitting[base + offset] = (fitting[base + offset] ?? 0) | bit;
          if (points > 0) scores[base + offset] = (scores[base + offset] ?? 0) + points;
        }
      }
    }
    if (!/^\d+$/.test(word) || word.length < shortestNumberPart) return;
    for (const row of people.withNumber(word, word.length >= longNumberPart ? longParts : shortParts)) fitting[row] = (fitting[row] ?? 0) | bit;
  });
  for (const word of withMarks) {
    const isScored = new Uint8Array(scores.length);
    for (const { base, offsets } of people.starting(marked + word)) {
      for (const offset of offsets) {
        if (isScored[base + offset] === 1) continue;
        isScored[base + offset] = 1;
        scores[base + offset] = (scores[base + offset] ?? 0) + marksWeight;
      }
    }
  }
  return { fitting, scores };
}
