import { surelyAtLeastYears } from '../../../src-shared/domain/common/age-on.ts';
import { CLASS_FROM_YEARS, validateEncounter } from '../../../src-shared/domain/encounter/validate-encounter.ts';
import { healthClasses, type Encounter, type RecordEncounterInput } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { notMeasuredReasons, vitalSigns, type Observations, type VitalSignName } from '../../../src-shared/domain/encounter/observations.ts';
import { measured } from '../../../src-shared/domain/encounter/derive-bmi.ts';
import type { Measurement } from '../../../src-shared/domain/growth/growth-of.ts';
import type { Role } from '../../../src-shared/domain/common/context.ts';
import { parseDecimal } from '../../../src-shared/domain/common/parse-decimal.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';
import type { Problems } from '../../ui/problems.ts';

export interface VitalAnswer { typed: string; notMeasured: string }
/** The form as typed. */
export interface EncounterFields {
  occurredOn: string; reason: string; symptoms: string; treatment: string; advice: string; conclusionClass: string; nextVisitOn: string; amendReason: string;
  diagnoses: { icd10: string; text: string }[]; vitals: Partial<Record<VitalSignName, VitalAnswer>>;
}

export const vitalNames = Object.keys(vitalSigns) as VitalSignName[];
export const noAnswer: VitalAnswer = { typed: '', notMeasured: '' };

export function emptyEncounter(today: string): EncounterFields {
  return { occurredOn: formatDate(today), reason: '', symptoms: '', treatment: '', advice: '', conclusionClass: '', nextVisitOn: '', amendReason: '', diagnoses: [{ icd10: '', text: '' }], vitals: {} };
}

export function encounterToFields(encounter: Encounter, language: string): EncounterFields {
  const vitals: EncounterFields['vitals'] = {};
  for (const [name, answer] of Object.entries(encounter.observations) as [VitalSignName, NonNullable<Observations[VitalSignName]>][]) {
    vitals[name] = 'value' in answer ? { typed: formatNumber(answer.value, language), notMeasured: '' } : { typed: '', notMeasured: answer.notMeasured };
  }
  return {
    occurredOn: formatDate(encounter.occurredOn), reason: encounter.reason ?? '', symptoms: encounter.symptoms ?? '', treatment: encounter.treatment ?? '', advice: encounter.advice ?? '',
    conclusionClass: encounter.conclusionClass ?? '', nextVisitOn: encounter.nextVisitOn ? formatDate(encounter.nextVisitOn) : '', amendReason: '',
    diagnoses: encounter.diagnoses.length > 0 ? encounter.diagnoses.map(({ icd10, text }) => ({ icd10: icd10 ?? '', text })) : [{ icd10: '', text: '' }], vitals,
  };
}

const typedText = (typed: string) => typed.trim() || undefined;
const typedDay = (typed: string) => { const read = parseTypedDate(typed); return 'date' in read ? read.date : undefined; };
/** As typed `j06.9` or `J069`, as written `J06.9`. */
export const tidyIcd10 = (typed: string) => typed.trim().toUpperCase().replace(/^([A-Z]\d{2})(\d{1,2})$/, '$1.$2');

/** What was measured, as far as it can be read; what is out of range is left to `encounterProblems`. */
export function fieldsToObservations(vitals: EncounterFields['vitals']): Observations {
  const observations: Observations = {};
  for (const name of vitalNames) {
    const answer = vitals[name];
    const reason = notMeasuredReasons.find((r) => r === answer?.notMeasured);
    const read = parseTypedNumber(answer?.typed ?? '', vitalSigns[name]);
    if (reason) observations[name] = { notMeasured: reason };
    else if ('value' in read) observations[name] = { value: read.value };
  }
  return observations;
}

/** `1,56` where centimetres are asked for. */
const inMetres = (answer: VitalAnswer | undefined): boolean => { const typed = parseDecimal(answer?.typed ?? ''); return !answer?.notMeasured && typed !== undefined && typed >= 0.4 && typed <= 2.3; };

export type EncounterContentInput = Omit<RecordEncounterInput, 'id' | 'status'>;

/** What the operation is given. */
export function fieldsToEncounter(fields: EncounterFields, patientId: string): EncounterContentInput {
  return {
    patientId, occurredOn: typedDay(fields.occurredOn) ?? '', reason: typedText(fields.reason), symptoms: typedText(fields.symptoms), treatment: typedText(fields.treatment), advice: typedText(fields.advice),
    observations: fieldsToObservations(fields.vitals), conclusionClass: healthClasses.find((c) => c === fields.conclusionClass), nextVisitOn: typedDay(fields.nextVisitOn),
    diagnoses: fields.diagnoses.filter(({ text }) => text.trim()).map(({ icd10, text }) => ({ icd10: typedText(tidyIcd10(icd10)), text: text.trim() })),
  };
}

export interface EncounterFacts { kind: Encounter['kind']; patient: { _id: string; bornOn: string }; today: string; role: Role; unitWords(unit: string): string; /** A submitted record is being changed. */ amending?: boolean }

/** Whether the form asks what it asks of an adult, on the day that stands in it. */
export const isAdultThen = ({ occurredOn }: Pick<EncounterFields, 'occurredOn'>, patient: { bornOn: string }): boolean => { const on = typedDay(occurredOn); return on !== undefined && surelyAtLeastYears(patient.bornOn, on, CLASS_FROM_YEARS); };

/** Weight and height as typed, on the day that stands in the form, where it can be read. */
export function measurementTyped({ occurredOn, vitals }: Pick<EncounterFields, 'occurredOn' | 'vitals'>): Measurement | undefined {
  const [on, observations] = [typedDay(occurredOn), fieldsToObservations(vitals)];
  return on === undefined ? undefined : { on, weightKg: measured(observations, 'weightKg'), heightCm: measured(observations, 'heightCm') };
}

/** Everything wrong, by field: what cannot be read, and for a submission what the domain's rules ask (vitals by `observations.…`). */
export function encounterProblems(fields: EncounterFields, status: 'draft' | 'submitted', { kind, patient, today, role, unitWords, amending }: EncounterFacts): Problems {
  const problems: Problems = {};
  const occurred = parseTypedDate(fields.occurredOn, { today });
  if ('empty' in occurred) problems.occurredOn = { code: 'required' };
  else if ('problem' in occurred) problems.occurredOn = { code: occurred.problem, typed: occurred.typed };
  const next = parseTypedDate(fields.nextVisitOn);
  if ('problem' in next) problems.nextVisitOn = { code: next.problem, typed: next.typed };
  for (const name of vitalNames) {
    const answer = fields.vitals[name];
    const read = parseTypedNumber(answer?.notMeasured ? '' : answer?.typed ?? '', vitalSigns[name]);
    const { min, max, unit } = vitalSigns[name];
    if (name === 'heightCm' && inMetres(answer)) problems['observations.heightCm'] = { code: 'heightInCm', cm: Math.round((parseDecimal(answer?.typed ?? '') ?? 0) * 100) };
    else if ('problem' in read) problems[`observations.${name}`] = { code: read.problem, min, max, unit: unitWords(unit) };
  }
  fields.diagnoses.forEach(({ icd10, text }, index) => {
    const code = tidyIcd10(icd10);
    if (code && !/^[A-Z]\d{2}(\.\d{1,2})?$/.test(code)) problems[`diagnoses.${String(index)}.icd10`] = { code: 'icdFormat' };
    else if (code && !text.trim()) problems[`diagnoses.${String(index)}.text`] = { code: 'needsText' };
  });
  if (amending && !fields.amendReason.trim()) problems.amendReason = { code: 'refusals.AmendReasonMissing' };

  const input = { ...fieldsToEncounter(fields, patient._id), occurredOn: 'date' in occurred ? occurred.date : today };
  for (const { code, field, ...facts } of validateEncounter(kind, input, status, patient, { today, role }).refusals) {
    if (typeof field === 'string') problems[field === 'diagnoses' ? 'diagnoses.0.text' : field] ??= { code: code === 'VitalSignMissing' ? 'refusals.VitalSignMissingShort' : `refusals.${code}`, ...facts };
  }
  return problems;
}
