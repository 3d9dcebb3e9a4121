import { reportLineIds } from '../../../src-shared/domain/report/report-lines.ts';
import { numberOf } from '../monthly/counted-line.ts';
import { reportDraftsOf } from '../monthly/report-drafts.ts';
import { spanOf } from './care-month.ts';
import type { Query } from './query.ts';

/** One part of a month as it is counted now, in the order of the list. */
export const reportForm: Query<'reportForm'> = async ({ month, form }, { db }) => {
  const numbers = new Map((await reportDraftsOf(db).form(month, form)).map((line) => [line.id, numberOf(line)]));
  return { month, form, on: spanOf(month, db.clock.today()).on, numbers: reportLineIds.flatMap((id) => numbers.get(id) ?? []) };
};
