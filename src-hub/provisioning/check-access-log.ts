import { setImmediate as nextRound } from 'node:timers/promises';
import type { AccessLogCheck } from '../../src-shared/contract/hub-api.ts';
import { COLUMNS, hashOf, LOG_END, type ChainedRow } from './access-log.ts';
import type { HubBook } from './hub-book.ts';
import { instantOf } from './work-place.ts';

/** Lines read at once; others are heard in between. */
const SLICE = 2000;
/** How far the chain was followed, one line after the other. */
const FOLLOWED = 'accessLogFollowed';
/** What the last reading of the whole log found. */
const WHOLE = 'accessLogWhole';

interface Place { number: number; hash: string }
const beginning: Place = { number: 0, hash: '' };
const lineOf = ({ number, hash }: Place): string => `${number} ${hash}`;

function placeOf(text: string | undefined): Place {
  const [number = '', hash = ''] = (text ?? '').split(' ');
  return /^\d+$/.test(number) ? { number: Number(number), hash } : beginning;
}

/** Follows the chain from a place; answers how far it came, and the first line that does not fit. */
function follow(book: HubBook, from: Place, most: number): { place: Place; brokenAt?: number; isAtEnd: boolean } {
  let place = from;
  const rows = book.sql.all<ChainedRow>(`SELECT ${COLUMNS} FROM accessEvents WHERE number > ? ORDER BY number LIMIT ?`, from.number, most);
  for (const row of rows) {
    if (row.number !== place.number + 1 || row.hash !== hashOf(place.hash, row)) return { place, brokenAt: place.number + 1, isAtEnd: false };
    place = { number: row.number, hash: row.hash };
  }
  const isAtEnd = rows.length < most;
  // The end is kept apart: a log cut off there would otherwise look whole.
  if (isAtEnd && lineOf(place) !== (book.setting(LOG_END) ?? lineOf(beginning))) return { place, brokenAt: place.number + 1, isAtEnd };
  return { place, isAtEnd };
}

/** To the end of the chain, or to where it breaks. */
async function followOn(book: HubBook, from: Place): Promise<ReturnType<typeof follow>> {
  let found = follow(book, from, SLICE);
  while (!found.isAtEnd && found.brokenAt === undefined) {
    await nextRound();
    found = follow(book, found.place, SLICE);
  }
  return found;
}

/** Reads the whole log, from its first line. `brokenAt`: the first line that does not fit the chain, one past the end for a log cut short. */
export async function checkWholeAccessLog(book: HubBook, now: () => number): Promise<AccessLogCheck> {
  const found = await followOn(book, beginning);
  const check: AccessLogCheck = { wholeAt: instantOf(now()), ...(found.brokenAt === undefined ? {} : { brokenAt: found.brokenAt }) };
  book.setSetting(WHOLE, JSON.stringify(check));
  book.setSetting(FOLLOWED, lineOf(found.place));
  return check;
}

const hashAt = (book: HubBook, number: number): string => (number === 0 ? '' : book.sql.get<{ hash: string }>('SELECT hash FROM accessEvents WHERE number = ?', number)?.hash ?? 'gone');

/**
 * What can be said of the log without reading it all: what the last whole reading found, whether it goes on unbroken from where it was followed to
 * before, and whether each line that is `shown` fits the one before it. A line in between is found by `checkWholeAccessLog`.
 */
export async function checkNewAccessLines(book: HubBook, shown: readonly number[]): Promise<AccessLogCheck> {
  const whole = JSON.parse(book.setting(WHOLE) ?? '{}') as AccessLogCheck;
  const broken = (brokenAt: number): AccessLogCheck => ({ ...whole, brokenAt });
  if (whole.brokenAt !== undefined) return whole;
  const followed = placeOf(book.setting(FOLLOWED));
  if (hashAt(book, followed.number) !== followed.hash) return broken(followed.number);
  const { place, brokenAt } = await followOn(book, followed);
  if (brokenAt !== undefined) return broken(brokenAt);
  if (place.number !== followed.number) book.setSetting(FOLLOWED, lineOf(place));
  for (const row of shown.length === 0 ? [] : book.sql.all<ChainedRow>(`SELECT ${COLUMNS} FROM accessEvents WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number`, JSON.stringify(shown))) {
    if (row.hash !== hashOf(hashAt(book, row.number - 1), row)) return broken(row.number);
  }
  return whole;
}
