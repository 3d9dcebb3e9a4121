import type { CaseCounts } from '../../../src-shared/contract/queries.ts';
import { addDays, lastDayOfMonth } from '../../../src-shared/domain/common/partial-date.ts';
import { countCases, weekOf } from '../../../src-shared/domain/surveillance/count-cases.ts';
import type { Query } from './query.ts';
import { stationCases } from './station-cases.ts';

const WEEKS_SHOWN = 12;

/** Cases by disease of the week or month a day is of, and of the twelve weeks until then. [DIS11] */
export const caseCounts: Query<'caseCounts'> = async ({ span, day }, { db }): Promise<CaseCounts> => {
  const [from, until] = span === 'week' ? [weekOf(day), addDays(weekOf(day), 6)] : [`${day.slice(0, 7)}-01`, lastDayOfMonth(day.slice(0, 7))];
  const today = db.clock.today();
  // Of a month that runs no week to come is drawn.
  const newest = weekOf(until < today ? until : today);
  const weeks = Array.from({ length: WEEKS_SHOWN }, (_, at) => addDays(newest, -7 * (WEEKS_SHOWN - 1 - at)));
  const first = weeks[0]! < from ? weeks[0]! : from;
  const last = addDays(newest, 6) > until ? addDays(newest, 6) : until;
  const { cases } = await stationCases(db, { from: first, until: last });
  return { from, until, counts: countCases(cases, { from, until }), weeks: weeks.map((week) => ({ from: week, counts: countCases(cases, { from: week, until: addDays(week, 6) }) })) };
};
