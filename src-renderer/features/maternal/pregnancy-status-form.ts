import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { pregnancyStatuses } from '../../../src-shared/domain/maternal/maternal-lists.ts';
import type { ChangePregnancyStatusInput } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import type { Problems } from '../../ui/problems.ts';
import { dayOf, dayProblem, oneOf, tooLong, wordsOf } from '../../ui/typed.ts';

/** The form as typed. */
export interface PregnancyStatusFields { status: string; on: string; reason: string }

export const emptyPregnancyStatus = (today: string): PregnancyStatusFields => ({ status: '', on: formatDate(today), reason: '' });

/** Everything wrong, by field. `since`: from when it is as it is. */
export function pregnancyStatusProblems(fields: PregnancyStatusFields, { status, since }: { status: string; since: string }, today: string): Problems {
  const problems: Problems = tooLong(fields, { reason: 300 });
  if (!fields.status) problems.status = { code: 'required' };
  else if (fields.status === status) problems.status = { code: 'refusals.StatusUnchanged' };
  const on = dayOf(fields.on);
  const wrong = dayProblem(fields.on, { today, required: true });
  if (wrong) problems.on = wrong;
  else if (on !== undefined && on < since) problems.on = { code: 'refusals.BeforeLastChange', from: formatDate(since) };
  return problems;
}

/** What the operation is given; only for fields without problems. */
export function fieldsToPregnancyStatus(fields: PregnancyStatusFields, id: string): ChangePregnancyStatusInput {
  return { id, on: dayOf(fields.on) ?? '', status: oneOf(pregnancyStatuses, fields.status) ?? 'active', reason: wordsOf(fields.reason) };
}
