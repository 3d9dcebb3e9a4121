import { chronicConditions, complications, conditionFoundBy, conditionIcd10, riskFactors, type ChronicCondition } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import type { EnrolConditionInput, Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import { validateEpisode } from '../../../src-shared/domain/chronic/validate-episode.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';
import type { Problems } from '../../ui/problems.ts';

/** The form as typed. */
export interface EnrolFields { condition: string; icd10: string; foundOn: string; foundBy: string; enrolledOn: string; systolicBelow: string; diastolicBelow: string; riskFactors: string[]; complications: string[]; otherComplications: string; note: string }

/** A doctor's own goal lies within these, as the record's. */
export const goalLimits = { systolicBelow: { min: 100, max: 180 }, diastolicBelow: { min: 60, max: 110 } } as const;
const longest = { otherComplications: 300, note: 2000 } as const;

/** Found and enrolled today, unless it is said otherwise; a condition asked for, else the first the person has not. */
export function emptyEnrolment(today: string, has: readonly ChronicCondition[], wanted?: string): EnrolFields {
  const condition = chronicConditions.find((one) => one === wanted) ?? chronicConditions.find((one) => !has.includes(one)) ?? '';
  return { condition, icd10: icd10Of(condition), foundOn: formatDate(today), foundBy: '', enrolledOn: formatDate(today), systolicBelow: '', diastolicBelow: '', riskFactors: [], complications: [], otherComplications: '', note: '' };
}

const icd10Of = (condition: string): string => { const known = chronicConditions.find((one) => one === condition); return known === undefined ? '' : conditionIcd10[known] ?? ''; };

/** Another condition brings its code. */
export const conditionPatch = (condition: string): Pick<EnrolFields, 'condition' | 'icd10'> => ({ condition, icd10: icd10Of(condition) });

/** As typed `i10` or `I110`, as written `I11.0`. */
export const tidyIcd10 = (typed: string): string => typed.trim().toUpperCase().replace(/^([A-Z]\d{2})(\d{1,2})$/, '$1.$2');

export interface EnrolFacts { patient: { _id: string; bornOn: string }; episodes: readonly Episode[]; today: string }

/** Everything wrong, by field. */
export function enrolProblems(fields: EnrolFields, { patient, episodes, today }: EnrolFacts): Problems {
  const problems: Problems = {};
  for (const field of ['condition', 'foundBy'] as const) if (!fields[field]) problems[field] = { code: 'required' };
  const icd10 = tidyIcd10(fields.icd10);
  if (icd10 && !/^[A-Z]\d{2}(\.\d{1,2})?$/.test(icd10)) problems.icd10 = { code: 'icdFormat' };
  for (const [field, partial] of [['foundOn', true], ['enrolledOn', false]] as const) {
    const read = parseTypedDate(fields[field], { today, partial });
    if ('empty' in read) problems[field] = { code: 'required' };
    else if ('problem' in read) problems[field] = { code: read.problem, typed: read.typed };
  }
  for (const field of ['systolicBelow', 'diastolicBelow'] as const) {
    const read = parseTypedNumber(fields[field], goalLimits[field]);
    const other = fields[field === 'systolicBelow' ? 'diastolicBelow' : 'systolicBelow'];
    if ('problem' in read) problems[field] = { code: read.problem, ...goalLimits[field], unit: 'mmHg' };
    else if ('empty' in read && other.trim() !== '') problems[field] = { code: 'required' };
  }
  for (const field of Object.keys(longest) as (keyof typeof longest)[]) if (fields[field].trim().length > longest[field]) problems[field] = { code: 'tooLong', max: longest[field] };
  if (Object.values(problems).some((one) => one !== undefined)) return problems;
  for (const { code, field, ...facts } of validateEpisode(fieldsToEnrolment(fields, patient._id), { patient, episodes }, today)) {
    const at = typeof field === 'string' ? field.replace('goal.', '') : 'condition';
    problems[at] ??= { code: `refusals.${code}`, ...facts, ...(typeof facts['enrolledOn'] === 'string' ? { enrolledOn: formatDate(facts['enrolledOn']) } : {}) };
  }
  return problems;
}

const wordsOf = (typed: string): string | undefined => typed.trim() || undefined;
const chosen = <T extends string>(list: readonly T[], picked: readonly string[]): T[] | undefined => { const found = list.filter((one) => picked.includes(one)); return found.length > 0 ? found : undefined; };

/** What the operation is given; only for fields without problems. */
export function fieldsToEnrolment(fields: EnrolFields, patientId: string): EnrolConditionInput {
  const day = (typed: string, partial: boolean) => { const read = parseTypedDate(typed, { partial }); return 'date' in read ? read.date : ''; };
  const [systolic, diastolic] = [parseTypedNumber(fields.systolicBelow), parseTypedNumber(fields.diastolicBelow)];
  return {
    patientId, condition: chronicConditions.find((one) => one === fields.condition) ?? 'hypertension', icd10: tidyIcd10(fields.icd10) || undefined,
    foundOn: day(fields.foundOn, true), foundBy: conditionFoundBy.find((one) => one === fields.foundBy) ?? 'visit', enrolledOn: day(fields.enrolledOn, false),
    goal: 'value' in systolic && 'value' in diastolic ? { systolicBelow: systolic.value, diastolicBelow: diastolic.value } : undefined,
    riskFactors: chosen(riskFactors, fields.riskFactors), complications: chosen(complications, fields.complications), otherComplications: wordsOf(fields.otherComplications), note: wordsOf(fields.note),
  };
}
