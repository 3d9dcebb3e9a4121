import type { PeopleIndex } from '../db/people-index.ts';
import type { PersonEntry } from '../db/person-entry.ts';

interface Ranked { entry: PersonEntry; score: number }

const isBefore = (a: Ranked, b: Ranked): number => b.score - a.score || (a.entry.order < b.entry.order ? -1 : Number(a.entry.order > b.entry.order));

/**
 * The first of the rows found, best score first, then by order. Of many rows only those are read that the beginning of
 * their order does not put behind enough others.
 */
export function firstRows(people: Pick<PeopleIndex, 'orders' | 'entries'>, found: readonly number[], scores: Uint16Array, wanted: number): PersonEntry[] {
  const rows = found.length <= wanted ? found : contenders(people.orders(), found, scores, wanted);
  const entries = rows.flatMap((row) => people.entries([row]).map((entry): Ranked => ({ entry, score: scores[row] ?? 0 })));
  return entries.sort(isBefore).slice(0, wanted).map(({ entry }) => entry);
}

/** At least the `wanted` first rows, and whoever is level with the last of them as far as score and order key tell. */
function contenders(orders: Float64Array, found: readonly number[], scores: Uint16Array, wanted: number): number[] {
  const compare = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0)
    || (orders[2 * a] ?? 0) - (orders[2 * b] ?? 0) || (orders[2 * a + 1] ?? 0) - (orders[2 * b + 1] ?? 0);
  let best: number[] = [];
  // Kept a few times as many as wanted and cut down now and then, which is cheaper than keeping them in order.
  const room = Math.max(4 * wanted, 64);
  let last: number | undefined;
  const cut = (): void => {
    best.sort(compare);
    last = best[wanted - 1];
    if (last === undefined) return;
    const level = last;
    best = best.filter((row, n) => n < wanted || compare(row, level) === 0);
  };
  for (const row of found) {
    if (last !== undefined && compare(row, last) > 0) continue;
    best.push(row);
    if (best.length >= room && best.length % room === 0) cut();
  }
  cut();
  return best;
}
