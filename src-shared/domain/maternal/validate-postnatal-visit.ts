import { daysBetween } from '../common/partial-date.ts';
import type { Refusal, Warning } from '../common/refusal.ts';
import type { Birth } from './birth.schema.ts';
import { birthOf, POSTNATAL_DAYS, type CareBirth } from './derive-pregnancy.ts';
import { postnatalAlerts } from './maternal-alerts.ts';
import type { PostnatalVisit, RecordPostnatalVisitInput } from './postnatal-visit.schema.ts';
import { pregnancyHindrances, saysSomething, visitHindrances, visitThatDay, type OfPregnancy } from './validate-antenatal-visit.ts';

export type OfBirth = Omit<OfPregnancy, 'births'> & { births: readonly (CareBirth & Pick<Birth, 'babies'>)[] };

/**
 * What stops a visit after the birth from being written down, each with its field. Refusals: those of `pregnancyHindrances`, `NotBornYet`, `OccurredInFuture`, `VisitBeforeBirth {bornOn}`,
 * `TooManyBabies {babies}`, `DiastolicNotBelowSystolic`, `NextVisitNotAfter`, `NothingRecorded`.
 */
export function validatePostnatalVisit(input: RecordPostnatalVisitInput, facts: OfBirth, today: string): Refusal[] {
  const refusals = pregnancyHindrances(facts);
  if (input.occurredOn > today) refusals.push({ code: 'OccurredInFuture', field: 'occurredOn' });
  const birth = birthOf([input.pregnancyId], facts.births, today);
  if (facts.pregnancy && !birth) refusals.push({ code: 'NotBornYet', field: 'pregnancyId' });
  if (birth && input.occurredOn < birth.bornOn) refusals.push({ code: 'VisitBeforeBirth', bornOn: birth.bornOn, field: 'occurredOn' });
  if (birth && (input.babies?.length ?? 0) > birth.babies.length) refusals.push({ code: 'TooManyBabies', babies: birth.babies.length, field: 'babies' });
  refusals.push(...visitHindrances(input));
  const { id: _id, patientId: _patientId, pregnancyId: _pregnancyId, occurredOn: _occurredOn, nextVisitOn: _nextVisitOn, place: _place, ...found } = input;
  if (!saysSomething(found)) refusals.push({ code: 'NothingRecorded', field: 'bleeding' });
  return refusals;
}

/** What is asked before a visit after the birth is saved: whatever is unusual at it (`postnatalAlerts`), `VisitThatDay {visitId}`, `PostnatalLate {days}`. */
export function askAboutPostnatalVisit(input: RecordPostnatalVisitInput, { births, visits }: Pick<OfBirth, 'births'> & { /** Of this pregnancy, after the birth. */ visits: readonly Pick<PostnatalVisit, '_id' | 'occurredOn' | 'voided'>[] }): Warning[] {
  const warnings: Warning[] = [...postnatalAlerts(input), ...visitThatDay(input, visits)];
  const birth = birthOf([input.pregnancyId], births, input.occurredOn);
  const days = birth ? daysBetween(birth.bornOn, input.occurredOn) : 0;
  if (days > POSTNATAL_DAYS) warnings.push({ code: 'PostnatalLate', days, field: 'occurredOn' });
  return warnings;
}
