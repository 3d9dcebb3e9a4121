import { episodeStatuses, type EpisodeStatus } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import type { ChangeEpisodeStatusInput } from '../../../src-shared/domain/chronic/episode.schema.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import type { Problems } from '../../ui/problems.ts';

/** The form as typed. */
export interface StatusFields { status: string; on: string; reason: string }

const LONGEST_REASON = 300;

export const emptyStatus = (today: string): StatusFields => ({ status: '', on: formatDate(today), reason: '' });

/** Everything wrong, by field. `since`: from when it is as it is. */
export function statusProblems(fields: StatusFields, { status, since }: { status: EpisodeStatus; since: string }, today: string): Problems {
  const problems: Problems = {};
  if (!fields.status) problems.status = { code: 'required' };
  else if (fields.status === status) problems.status = { code: 'refusals.StatusUnchanged' };
  const on = parseTypedDate(fields.on, { today });
  if ('empty' in on) problems.on = { code: 'required' };
  else if ('problem' in on) problems.on = { code: on.problem, typed: on.typed };
  else if (on.date < since) problems.on = { code: 'refusals.BeforeLastChange', from: formatDate(since) };
  if (fields.reason.trim().length > LONGEST_REASON) problems.reason = { code: 'tooLong', max: LONGEST_REASON };
  return problems;
}

/** What the operation is given; only for fields without problems. */
export function fieldsToStatus(fields: StatusFields, id: string): ChangeEpisodeStatusInput {
  const on = parseTypedDate(fields.on);
  return { id, on: 'date' in on ? on.date : '', status: episodeStatuses.find((one) => one === fields.status) ?? 'active', reason: fields.reason.trim() || undefined };
}
