import type { OperationInput } from '../../src-shared/contract/operations.ts';
import type { WorkContext } from '../../src-shared/domain/common/context.ts';
import { enrolConditionInput, type Episode } from '../../src-shared/domain/chronic/episode.schema.ts';
import { recordFollowUpInput, type FollowUp } from '../../src-shared/domain/chronic/follow-up.schema.ts';
import { planEpisode } from '../../src-shared/domain/chronic/plan-episode.ts';
import { planFollowUp } from '../../src-shared/domain/chronic/plan-follow-up.ts';
import { aContext, anId } from './builders.ts';

const later = aContext({ nowMs: Date.parse('2034-01-01T03:00:00.000Z') });

export const anEpisodeInput = (with_: Partial<OperationInput<'enrolCondition'>> = {}) =>
  enrolConditionInput.parse({ patientId: anId('patients'), condition: 'hypertension', foundOn: '2025', foundBy: 'visit', enrolledOn: '2026-01-10', ...with_ });

/** Hypertension enrolled on 10 January 2026, of somebody born long before. */
export function anEpisode(with_: Partial<OperationInput<'enrolCondition'>> = {}, context: WorkContext = later): Episode {
  const outcome = planEpisode(anEpisodeInput(with_), { patient: { bornOn: '1900' }, episodes: [] }, context);
  if (!outcome.ok) throw new Error(outcome.refusals[0].code);
  return outcome.value;
}

export const aFollowUpInput = (with_: Partial<OperationInput<'recordFollowUp'>> = {}) => recordFollowUpInput.parse({ patientId: anId('patients'), occurredOn: '2026-11-01', ...with_ });

/** `pressure`: `138/84`, two of them with a space between. */
export function aFollowUp(occurredOn: string, pressure?: string, with_: Partial<OperationInput<'recordFollowUp'>> = {}, context: WorkContext = later): FollowUp {
  const outcome = planFollowUp(aFollowUpInput({ occurredOn, ...(pressure === undefined ? {} : { bloodPressure: readings(pressure) }), ...with_ }), { patient: { bornOn: '1900' }, hasPressureThatDay: true, underManagement: true, followUps: [] }, context);
  if (!outcome.ok) throw new Error(outcome.refusals[0].code);
  return outcome.value;
}

export const readings = (text: string): { systolicMmHg: number; diastolicMmHg: number }[] => text.split(' ').map((one) => { const [systolicMmHg = 0, diastolicMmHg = 0] = one.split('/').map(Number); return { systolicMmHg, diastolicMmHg }; });
