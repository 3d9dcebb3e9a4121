import type { CareIndicator } from '../../../src-shared/contract/queries.ts';
import { carePart, sumCare, type CarePart } from '../../../src-shared/domain/chronic/summarize-care.ts';
import { addMonths, lastDayOfMonth } from '../../../src-shared/domain/common/partial-date.ts';
import { SCREENED_FROM_YEARS, type CarePerson } from '../db/care-index.ts';
import { chronicOf } from '../db/chronic-of.ts';
import { measuredPeople } from '../db/pressure-rows.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { inTurns } from '../work/in-turns.ts';
import { notSent } from './not-sent.ts';
import type { Query } from './query.ts';

/** So many months are shown side by side. */
const MONTHS = 6;
/** Spans kept of each person: those of two questions about different months. */
const KEPT_SPANS = 2 * MONTHS;

export interface Span { month: string; from: string; on: string }

/** How the station's people under management do in a month and in the five before. */
export const careMonth: Query<'careMonth'> = async ({ month }, { db }) => {
  const today = db.clock.today();
  const spans = Array.from({ length: MONTHS }, (_, ago) => spanOf(addMonths(`${month}-01`, ago + 1 - MONTHS).slice(0, 7), today));
  const people = notSent(db, await db.care.people());
  const parts = spans.map((): CarePart[] => []);
  await inTurns(people, (some) => { for (const person of some) for (const [at, part] of carePartsOf(db, person, spans).entries()) parts[at]?.push(part); });
  const counts = parts.map(sumCare);
  const asked = counts.at(-1)!;
  const { on } = spans.at(-1)!;
  const { measured, others } = await screenedPeople(db, on);
  return {
    month, on, people: asked.people, conditions: asked.conditions, indicators: [...asked.indicators, { id: 'screened40plus', numerator: measured.length, denominator: measured.length + others.length } satisfies CareIndicator],
    months: spans.map(({ month: shown }, at) => ({ month: shown, indicators: counts[at]!.indicators })),
  };
};

/** The whole month, or as much of it as there has been; of a month to come nothing happened on its first day. */
export function spanOf(month: string, today: string): Span {
  const [from, last] = [`${month}-01`, lastDayOfMonth(month)];
  return { month, from, on: last < today ? last : today };
}

export function carePartsOf(db: StationDatabase, { id, bornOn, parts }: CarePerson, spans: readonly Span[]): CarePart[] {
  const keyOf = ({ from, on }: Span) => `${from} ${on}`;
  const missing = spans.filter((span) => !parts.has(keyOf(span)));
  if (missing.length > 0) {
    if (parts.size + missing.length > KEPT_SPANS) parts.clear();
    const records = chronicOf(db, id);
    for (const span of spans) parts.set(keyOf(span), carePart(records, bornOn, span));
  }
  return spans.map((span) => parts.get(keyOf(span))!);
}

/** Of everybody of forty and more in the book: whose blood pressure was measured that year until that day, in whichever of their records. */
export async function screenedPeople(db: StationDatabase, on: string): Promise<{ measured: string[]; others: string[] }> {
  const measured = new Set<string>();
  await inTurns([...await measuredPeople(db.store.sql, { from: `${on.slice(0, 4)}-01-01`, until: on })], (some) => { for (const id of some) measured.add(db.care.mainOf(id)); });
  const bornBy = addMonths(on, -12 * SCREENED_FROM_YEARS);
  const older: { id: string }[] = [];
  for (const person of (await db.care.older()).values()) if (person.bornBy <= bornBy) older.push(person);
  const here = notSent(db, older);
  const [seen, others]: [string[], string[]] = [[], []];
  for (const { id } of here) (measured.has(id) ? seen : others).push(id);
  return { measured: seen, others };
}
