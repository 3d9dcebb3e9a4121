import { maternalPart, sumMothers, type MaternalPart } from '../../../src-shared/domain/maternal/summarize-mothers.ts';
import { addMonths, lastDayOfMonth } from '../../../src-shared/domain/common/partial-date.ts';
import { maternalOf } from '../db/maternal-of.ts';
import type { MotherPerson } from '../db/mothers-index.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { tetanusOnCard } from '../db/tetanus-of.ts';
import { inTurns } from '../work/in-turns.ts';
import { notSent } from './not-sent.ts';
import type { Query } from './query.ts';

/** So many months are shown side by side. */
const MONTHS = 6;
/** Spans kept of each woman: those of two questions about different months. */
const KEPT_SPANS = 2 * MONTHS;

export interface MaternalSpan { month: string; from: string; on: string }

/** How the care of mothers went in a month and in the five before. */
export const maternalMonth: Query<'maternalMonth'> = async ({ month }, { db }) => {
  const today = db.clock.today();
  const spans = Array.from({ length: MONTHS }, (_, ago) => maternalSpan(addMonths(`${month}-01`, ago + 1 - MONTHS).slice(0, 7), today));
  const parts = spans.map((): MaternalPart[] => []);
  await inTurns(notSent(db, await db.mothers.people()), (some) => { for (const person of some) for (const [at, part] of maternalParts(db, person, spans).entries()) parts[at]?.push(part); });
  const counts = parts.map(sumMothers);
  return { month, on: spans.at(-1)!.on, ...counts.at(-1)!, months: spans.map(({ month: shown }, at) => ({ month: shown, indicators: counts[at]!.indicators, births: counts[at]!.births })) };
};

/** The whole month, or as much of it as there has been; of a month to come nothing. */
export function maternalSpan(month: string, today: string): MaternalSpan {
  const [from, last] = [`${month}-01`, lastDayOfMonth(month)];
  return { month, from, on: last < today ? last : today };
}

/** What a woman adds to the counts of each span. */
export function maternalParts(db: StationDatabase, { id, bornOn, parts }: MotherPerson, spans: readonly MaternalSpan[]): MaternalPart[] {
  const keyOf = ({ from, on }: MaternalSpan) => `${from} ${on}`;
  if (spans.some((span) => !parts.has(keyOf(span)))) {
    if (parts.size + spans.length > KEPT_SPANS) parts.clear();
    const tetanus = tetanusOnCard(db, id).flatMap(({ doseNumber, on }) => (on === undefined ? [] : { doseNumber, on }));
    const records = { ...maternalOf(db, id), tetanus };
    for (const span of spans) parts.set(keyOf(span), maternalPart(records, bornOn, span));
  }
  return spans.map((span) => parts.get(keyOf(span))!);
}
