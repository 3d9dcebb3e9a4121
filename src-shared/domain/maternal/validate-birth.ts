import type { Refusal, Warning } from '../common/refusal.ts';
import type { RecordBirthInput } from './birth.schema.ts';
import { birthOf, wordOn, type CarePregnancy, type CareVisit } from './derive-pregnancy.ts';
import { dueDay, gestationDays, startOf } from './gestation.ts';
import { maternalMeasures } from './maternal-measures.ts';
import { pregnancyHindrances, type OfPregnancy } from './validate-antenatal-visit.ts';

/** A birth before it is asked about: until then it is a miscarriage. Chosen here; WHO counts from 22 weeks. */
const BIRTH_FROM_WEEKS = 20;
/** Asked about; chosen here. */
const WEEKS_DIFFER_BY = 2;
const USUAL_WEIGHT_G = { min: 500, max: 5500 };

/**
 * What stops a birth from being written down, each with its field. Refusals: those of `pregnancyHindrances`, `OccurredInFuture`, `AlreadyBorn {birthId, bornOn}`, `PregnancyEnded {status, on}`,
 * `BornBeforePregnancy`.
 */
export function validateBirth(input: RecordBirthInput, facts: OfPregnancy, today: string): Refusal[] {
  const refusals = pregnancyHindrances(facts);
  if (input.bornOn > today) refusals.push({ code: 'OccurredInFuture', field: 'bornOn' });
  const { pregnancy } = facts;
  if (!pregnancy) return refusals;
  const already = birthOf([pregnancy._id], facts.births.filter(({ _id }) => _id !== input.id), today);
  if (already) refusals.push({ code: 'AlreadyBorn', birthId: already._id, bornOn: already.bornOn, field: 'pregnancyId' });
  const word = wordOn(pregnancy, today);
  // Who died in childbirth had the birth before it.
  const isOver = word.status === 'miscarried' || word.status === 'terminated' || (word.status !== 'active' && word.since < input.bornOn);
  if (isOver) refusals.push({ code: 'PregnancyEnded', status: word.status, on: word.since, field: 'bornOn' });
  const due = dueDay(pregnancy);
  if (due && input.bornOn <= startOf(due)) refusals.push({ code: 'BornBeforePregnancy', field: 'bornOn' });
  return refusals;
}

/**
 * What is asked before a birth is saved. Warnings `BirthWeeksUnusual {weeks}`, `WeeksDiffer {weeks, reckoned}`, `BabyWeightUnusual {value}`, `StillbornContradicts`, `VisitAfterBirth {on}`.
 */
export function askAboutBirth({ bornOn, weeks, babies, pregnancyId }: RecordBirthInput, { pregnancy, visits }: { pregnancy: CarePregnancy | undefined; visits: readonly CareVisit[] }): Warning[] {
  const warnings: Warning[] = [];
  const due = pregnancy && dueDay(pregnancy);
  const reckoned = due ? Math.floor(gestationDays(due, bornOn) / 7) : undefined;
  const said = weeks ?? reckoned;
  if (said !== undefined && (said < BIRTH_FROM_WEEKS || said > maternalMeasures.gestationalWeeks.max)) warnings.push({ code: 'BirthWeeksUnusual', weeks: said, field: weeks === undefined ? 'bornOn' : 'weeks' });
  if (weeks !== undefined && reckoned !== undefined && Math.abs(weeks - reckoned) > WEEKS_DIFFER_BY) warnings.push({ code: 'WeeksDiffer', weeks, reckoned, field: 'weeks' });
  for (const [at, { weightG, status, apgar1 = 0, apgar5 = 0, hepB0, vitaminK, breastfedInFirstHour }] of babies.entries()) {
    if (weightG !== undefined && (weightG < USUAL_WEIGHT_G.min || weightG > USUAL_WEIGHT_G.max)) warnings.push({ code: 'BabyWeightUnusual', value: weightG, field: `babies.${at}.weightG` });
    if (status === 'stillborn' && (apgar1 > 0 || apgar5 > 0 || hepB0 || vitaminK || breastfedInFirstHour)) warnings.push({ code: 'StillbornContradicts', field: `babies.${at}.status` });
  }
  const after = visits.filter((one) => one.voided === undefined && one.pregnancyId === pregnancyId && one.occurredOn > bornOn).map(({ occurredOn }) => occurredOn).sort()[0];
  if (after !== undefined) warnings.push({ code: 'VisitAfterBirth', on: after, field: 'bornOn' });
  return warnings;
}
