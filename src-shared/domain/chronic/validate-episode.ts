import { partialDate } from '../common/fields.ts';
import { dateBounds } from '../common/partial-date.ts';
import type { Refusal } from '../common/refusal.ts';
import type { Patient } from '../patient/patient.schema.ts';
import type { ChronicCondition } from './chronic-lists.ts';
import { statusOn, type CareEpisode } from './derive-care-state.ts';
import type { EnrolConditionInput } from './episode.schema.ts';

export interface EpisodeFacts { patient: Pick<Patient, 'bornOn' | 'voided'> | undefined; /** Of the person, whichever of their records they were written to. */ episodes: readonly CareEpisode[] }

/**
 * What stops a condition from being enrolled, each with its field. Refusals: `PatientNotFound`, `PatientVoided`, `OccurredInFuture`, `OccurredBeforeBirth`, `EnrolledBeforeFound`,
 * `AlreadyEnrolled {episodeId, enrolledOn}`, `GoalNotPlausible`.
 */
export function validateEpisode(input: EnrolConditionInput, { patient, episodes }: EpisodeFacts, today: string): Refusal[] {
  const refusals: Refusal[] = !patient ? [{ code: 'PatientNotFound' }] : patient.voided ? [{ code: 'PatientVoided' }] : [];
  for (const field of ['foundOn', 'enrolledOn'] as const) {
    const { earliest, latest } = dateBounds(input[field]);
    if (earliest > today) refusals.push({ code: 'OccurredInFuture', field });
    else if (patient && partialDate.safeParse(patient.bornOn).success && latest < dateBounds(patient.bornOn).earliest) refusals.push({ code: 'OccurredBeforeBirth', field });
  }
  if (dateBounds(input.foundOn).earliest > input.enrolledOn) refusals.push({ code: 'EnrolledBeforeFound', field: 'enrolledOn' });
  const already = activeEpisode(episodes, input.condition, today);
  if (already) refusals.push({ code: 'AlreadyEnrolled', episodeId: already._id, enrolledOn: already.enrolledOn, field: 'condition' });
  if (input.goal && input.goal.diastolicBelow >= input.goal.systolicBelow) refusals.push({ code: 'GoalNotPlausible', field: 'goal.diastolicBelow' });
  return refusals;
}

/** The episode by which this station manages a condition; one that came along with a handover is enrolled anew here. */
export const activeEpisode = (episodes: readonly CareEpisode[], condition: ChronicCondition, on: string): CareEpisode | undefined =>
  episodes.find((one) => one.condition === condition && one.voided === undefined && one.isCarried !== true && statusOn(one, on).status === 'active');
