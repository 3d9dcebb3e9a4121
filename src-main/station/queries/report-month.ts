import type { MonthState, ReportMonth, ReportVersionRow } from '../../../src-shared/contract/reports.ts';
import { addMonths } from '../../../src-shared/domain/common/partial-date.ts';
import { monthBefore, reportDueOn } from '../../../src-shared/domain/report/report-due.ts';
import type { ReportStanding } from '../../../src-shared/domain/report/derive-report-standing.ts';
import type { Report } from '../../../src-shared/domain/report/report.schema.ts';
import { currentReview } from '../../../src-shared/domain/review/derive-review-status.ts';
import { review as reviewSchema, type Review } from '../../../src-shared/domain/review/review.schema.ts';
import { bodyOf } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { changedSince } from '../monthly/changed-since.ts';
import { populationOf } from '../monthly/count-people.ts';
import { hasRecordsOf } from '../monthly/has-records-of.ts';
import { standings } from '../monthly/locked-reports.ts';
import { spanOf } from './care-month.ts';
import type { Query } from './query.ts';

/** Months offered beside the one asked for: those to the present one. */
const MONTHS = 13;

/** How a month stands: its versions with what was said of them, and the year round. */
export const reportMonth: Query<'reportMonth'> = async ({ month }, { db }) => {
  const known = standings(db);
  const reviews = reviewsOf(db, [...known.values()]);
  const today = db.clock.today();
  const standing = known.get(month);
  const beginning = beginningOf(known, today);
  const states = Array.from({ length: MONTHS }, (_, ago) => addMonths(`${today.slice(0, 7)}-01`, -ago).slice(0, 7)).map((one) => {
    const its = known.get(one);
    return { month: one, state: stateOf(db, one, { standing: its, reviews, beginning }), ...(its ? { number: its.current.number } : {}) };
  });
  const population = populationOf(db, month);
  return {
    month, on: spanOf(month, today).on, dueOn: reportDueOn(month), state: stateOf(db, month, { standing, reviews, beginning }), months: states,
    versions: standing ? rowsOf(standing, reviews) : [], ...(population === undefined ? {} : { population }),
    changedRecords: standing ? await changedSince(db, month, standing.current.source.newest) : 0,
  } satisfies ReportMonth;
};

/** The newest word on each version. */
function reviewsOf(db: StationDatabase, all: readonly ReportStanding<Report>[]): Map<string, Review> {
  const found = new Map<string, Review>();
  for (const one of all.flatMap(({ current, rivals, others }) => [current, ...rivals, ...others])) {
    const words = db.store.getWith('reviews', 'recordId', one._id).flatMap((stored) => { const shape = reviewSchema.safeParse(bodyOf(stored)); return shape.success ? [shape.data] : []; });
    const review = currentReview(one, words);
    if (review) found.set(one._id, review);
  }
  return found;
}

/** From which month on reports are expected: the first locked one, and the month before in any case. [REP20] */
const beginningOf = (known: ReadonlyMap<string, unknown>, today: string): string => [...known.keys(), monthBefore(today)].reduce((least, month) => (month < least ? month : least));

interface MonthFacts { standing: ReportStanding<Report> | undefined; reviews: ReadonlyMap<string, Review>; beginning: string }

function stateOf(db: StationDatabase, month: string, { standing, reviews, beginning }: MonthFacts): MonthState {
  const today = db.clock.today();
  if (standing) { const decision = reviews.get(standing.current._id)?.decision; return decision === 'returned' || decision === 'accepted' ? decision : 'locked'; }
  if (month < today.slice(0, 7) && !hasRecordsOf(db, month)) return 'nothing';
  if (month < beginning) return 'unlocked';
  if (today > reportDueOn(month)) return 'late';
  return month === monthBefore(today) ? 'due' : 'open';
}

function rowsOf({ current, rivals, others }: ReportStanding<Report>, reviews: ReadonlyMap<string, Review>): ReportVersionRow[] {
  const row = (report: Report, standing: ReportVersionRow['standing']): ReportVersionRow => {
    const { _id, version, period, number, formVersion, lines, source, lockedAt, lockedBy, late, completeness, reason, unit, device } = report;
    const review = reviews.get(_id);
    return { _id, version, period, number, formVersion, lines, source, lockedAt, lockedBy, late, completeness, unit, device, standing, ...(reason === undefined ? {} : { reason }), ...(review ? { review } : {}) };
  };
  return [row(current, 'current'), ...rivals.map((one) => row(one, 'rival')), ...others.map((one) => row(one, 'replaced'))];
}
