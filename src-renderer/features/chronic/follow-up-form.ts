import { adviceGiven } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import { followUpMeasures, type BloodPressure, type RecordFollowUpInput } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import { FOLLOW_UP_AFTER_DAYS } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { validateFollowUp } from '../../../src-shared/domain/chronic/validate-follow-up.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { vitalSigns } from '../../../src-shared/domain/encounter/observations.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';
import { parseTypedPressure } from '../../ui/parse-typed-pressure.ts';
import type { Problems } from '../../ui/problems.ts';

/** Measures typed as one number, with their limits and the words of their unit below `chronic.units`. */
export const measures = {
  pulsePerMin: { ...vitalSigns.pulsePerMin, unitWord: 'perMin' }, weightKg: { ...vitalSigns.weightKg, unitWord: 'kg' }, waistCm: { ...vitalSigns.waistCm, unitWord: 'cm' },
  fastingGlucoseMmolL: { ...followUpMeasures.fastingGlucoseMmolL, unitWord: 'mmolL' }, randomGlucoseMmolL: { ...followUpMeasures.randomGlucoseMmolL, unitWord: 'mmolL' }, hba1cPercent: { ...followUpMeasures.hba1cPercent, unitWord: 'percent' },
  missedDays: { ...followUpMeasures.missedDays, unitWord: 'days' },
} as const;
export type MeasureName = keyof typeof measures;
export const measureNames = Object.keys(measures) as MeasureName[];

/** The form as typed. */
export interface FollowUpFields extends Record<MeasureName, string> { occurredOn: string; reading1: string; reading2: string; symptoms: string; sideEffects: string; advice: string[]; nextVisitOn: string; referredTo: string; note: string }

/** When to come again, in days. */
export const quickDays = { twoWeeks: 14, oneMonth: FOLLOW_UP_AFTER_DAYS, twoMonths: 60, threeMonths: 90 } as const;
export type Quick = keyof typeof quickDays;
export const quicks = Object.keys(quickDays) as Quick[];

const longest = { symptoms: 2000, sideEffects: 500, referredTo: 200, note: 2000 } as const;

/** Today, and again after the usual time. */
export function emptyFollowUp(today: string): FollowUpFields {
  return { occurredOn: formatDate(today), reading1: '', reading2: '', pulsePerMin: '', weightKg: '', waistCm: '', fastingGlucoseMmolL: '', randomGlucoseMmolL: '', hba1cPercent: '', missedDays: '', symptoms: '', sideEffects: '', advice: [], nextVisitOn: formatDate(addDays(today, quickDays.oneMonth)), referredTo: '', note: '' };
}

/** Of points in time the last one before the day of the visit, as far as that is typed. */
export function lastBefore<P extends { on: string }>(points: readonly P[], typedDay: string, today: string): P | undefined {
  const day = dayOf(typedDay) ?? today;
  return points.findLast(({ on }) => on < day);
}

const dayOf = (typed: string): string | undefined => { const read = parseTypedDate(typed); return 'date' in read ? read.date : undefined; };

/** The quick choice whose day stands in the form; none for another day. */
export function quickOf({ occurredOn, nextVisitOn }: Pick<FollowUpFields, 'occurredOn' | 'nextVisitOn'>): Quick | undefined {
  const [on, next] = [dayOf(occurredOn), dayOf(nextVisitOn)];
  return on === undefined || next === undefined ? undefined : quicks.find((quick) => addDays(on, quickDays[quick]) === next);
}

/** The day of a quick choice, counted from the day of the visit. */
export function quickPatch(quick: Quick, { occurredOn }: Pick<FollowUpFields, 'occurredOn'>): Partial<FollowUpFields> {
  const on = dayOf(occurredOn);
  return on === undefined ? {} : { nextVisitOn: formatDate(addDays(on, quickDays[quick])) };
}

/** Another day of the visit; the next one follows where it is a quick choice. */
export function dayPatch(typed: string, before: Pick<FollowUpFields, 'occurredOn' | 'nextVisitOn'>): Partial<FollowUpFields> {
  const quick = quickOf(before);
  return { occurredOn: typed, ...(quick === undefined ? {} : quickPatch(quick, { occurredOn: typed })) };
}

/** The readings that can be read, in their order. */
export const readingsOf = ({ reading1, reading2 }: Pick<FollowUpFields, 'reading1' | 'reading2'>): BloodPressure[] => [reading1, reading2].map(parseTypedPressure).flatMap((read) => ('pressure' in read ? [read.pressure] : []));

export interface FollowUpFacts { patient: { _id: string; bornOn: string }; /** A visit of this day measured the pressure already. */ hasPressureOn(day: string): boolean; today: string; unitWords(name: MeasureName): string }

/** Fields of the input by where they stand on the form. */
const fieldOf: Readonly<Record<string, string>> = { bloodPressure: 'reading1', 'bloodPressure.0.diastolicMmHg': 'reading1', 'bloodPressure.1.diastolicMmHg': 'reading2', patientId: 'reading1' };

/** Everything wrong, by field. */
export function followUpProblems(fields: FollowUpFields, { patient, hasPressureOn, today, unitWords }: FollowUpFacts): Problems {
  const problems: Problems = {};
  for (const name of ['reading1', 'reading2'] as const) {
    const read = parseTypedPressure(fields[name]);
    if ('problem' in read) problems[name] = { code: read.problem };
  }
  for (const name of measureNames) {
    const { min, max } = measures[name];
    const read = parseTypedNumber(fields[name], measures[name]);
    if ('problem' in read) problems[name] = { code: read.problem, min, max, unit: unitWords(name) };
  }
  const occurred = parseTypedDate(fields.occurredOn, { today });
  if ('empty' in occurred) problems.occurredOn = { code: 'required' };
  else if ('problem' in occurred) problems.occurredOn = { code: occurred.problem, typed: occurred.typed };
  const next = parseTypedDate(fields.nextVisitOn);
  if ('problem' in next) problems.nextVisitOn = { code: next.problem, typed: next.typed };
  for (const field of Object.keys(longest) as (keyof typeof longest)[]) if (fields[field].trim().length > longest[field]) problems[field] = { code: 'tooLong', max: longest[field] };
  if (Object.values(problems).some((one) => one !== undefined)) return problems;
  const input = fieldsToFollowUp(fields, patient._id);
  for (const { code, field, ...facts } of validateFollowUp(input, { patient, hasPressureThatDay: hasPressureOn(input.occurredOn) }, today)) {
    const at = typeof field === 'string' ? fieldOf[field] ?? field : 'reading1';
    problems[at] ??= { code: `refusals.${code}`, ...facts };
  }
  return problems;
}

const wordsOf = (typed: string): string | undefined => typed.trim() || undefined;

/** What the operation is given; only for fields without problems. */
export function fieldsToFollowUp(fields: FollowUpFields, patientId: string): RecordFollowUpInput {
  const readings = readingsOf(fields);
  const numbers = Object.fromEntries(measureNames.flatMap((name) => {
    const read = parseTypedNumber(fields[name], measures[name]);
    return 'value' in read ? [[name, read.value]] : [];
  })) as Partial<Record<MeasureName, number>>;
  const advice = adviceGiven.filter((one) => fields.advice.includes(one));
  return {
    patientId, occurredOn: dayOf(fields.occurredOn) ?? '', ...numbers, bloodPressure: readings.length > 0 ? readings : undefined, advice: advice.length > 0 ? advice : undefined,
    symptoms: wordsOf(fields.symptoms), sideEffects: wordsOf(fields.sideEffects), nextVisitOn: dayOf(fields.nextVisitOn), referredTo: wordsOf(fields.referredTo), note: wordsOf(fields.note),
  };
}
