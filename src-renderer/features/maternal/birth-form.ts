import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { BABIES_AT_MOST, type Baby, type RecordBirthInput } from '../../../src-shared/domain/maternal/birth.schema.ts';
import { babyStatuses, birthAttendants, birthComplications, birthModes, birthPlaces, motherStatuses } from '../../../src-shared/domain/maternal/maternal-lists.ts';
import { maternalMeasures } from '../../../src-shared/domain/maternal/maternal-measures.ts';
import { sexes } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { Problems } from '../../ui/problems.ts';
import { tidyTime } from '../../ui/tidy-typed.ts';
import { addRefusals, dayOf, dayProblem, hasProblems, measureProblem, numberOf, oneOf, pickedOf, tooLong, wordsOf } from '../../ui/typed.ts';

/** What was done for the baby in the first hours, by one press each. */
export const doneForBaby = ['hepB0', 'vitaminK', 'breastfedInFirstHour'] as const;
/** Measures of a baby, with the words of their unit below `maternal.units`. */
export const babyMeasures = { weightG: { ...maternalMeasures.babyWeightG, unitWord: 'g' }, apgar1: { ...maternalMeasures.apgar, unitWord: undefined }, apgar5: { ...maternalMeasures.apgar, unitWord: undefined } } as const;
export type BabyMeasure = keyof typeof babyMeasures;
export const babyMeasureNames = Object.keys(babyMeasures) as BabyMeasure[];
export interface BabyFields extends Record<BabyMeasure, string> { sex: string; status: string; done: string[] }

/** The form as typed. */
export interface BirthFields { bornOn: string; bornTime: string; place: string; placeName: string; attendant: string; mode: string; weeks: string; complications: string[]; otherComplications: string; motherStatus: string; note: string; babies: BabyFields[] }

export { BABIES_AT_MOST };
export const emptyBaby: BabyFields = { sex: '', weightG: '', apgar1: '', apgar5: '', status: 'live', done: [] };
const longest = { placeName: 200, otherComplications: 300, note: 2000 } as const;

/** Today, one baby; everything that matters is chosen. */
export const emptyBirth = (today: string): BirthFields => ({ bornOn: formatDate(today), bornTime: '', place: '', placeName: '', attendant: '', mode: '', weeks: '', complications: [], otherComplications: '', motherStatus: 'well', note: '', babies: [emptyBaby] });

const isTime = (typed: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(tidyTime(typed));

export interface BirthFacts { today: string; of: { patientId: string; pregnancyId: string }; unitWords(name: 'weeks' | BabyMeasure): string; refuse(input: RecordBirthInput): readonly { code: string; field?: unknown }[] }

/** Everything wrong, by field; of a baby by `babies.0.weightG`. */
export function birthProblems(fields: BirthFields, { today, of, unitWords, refuse }: BirthFacts): Problems {
  const problems: Problems = tooLong(fields, longest);
  const say = (field: string, problem: Problems[string]) => { if (problem) problems[field] ??= problem; };
  say('bornOn', dayProblem(fields.bornOn, { today, required: true }));
  if (fields.bornTime.trim() !== '' && !isTime(fields.bornTime)) problems.bornTime = { code: 'notATime' };
  for (const field of ['place', 'mode', 'motherStatus'] as const) if (!fields[field]) problems[field] = { code: 'required' };
  say('weeks', measureProblem(fields.weeks, maternalMeasures.gestationalWeeks, unitWords('weeks')));
  for (const [at, baby] of fields.babies.entries()) {
    for (const field of ['sex', 'status'] as const) if (!baby[field]) problems[`babies.${String(at)}.${field}`] = { code: 'required' };
    for (const name of babyMeasureNames) say(`babies.${String(at)}.${name}`, measureProblem(baby[name], babyMeasures[name], unitWords(name)));
  }
  if (!hasProblems(problems)) addRefusals(problems, refuse(fieldsToBirth(fields, of)), (field) => field, 'bornOn');
  return problems;
}

function babyOf({ sex, status, done, ...measures }: BabyFields): Baby {
  const yes = (name: (typeof doneForBaby)[number]) => done.includes(name) || undefined;
  return { sex: oneOf(sexes, sex) ?? 'undetermined', status: oneOf(babyStatuses, status) ?? 'live', weightG: numberOf(measures.weightG.replace(/[.,\s](?=\d{3}$)/, '')), apgar1: numberOf(measures.apgar1), apgar5: numberOf(measures.apgar5), hepB0: yes('hepB0'), vitaminK: yes('vitaminK'), breastfedInFirstHour: yes('breastfedInFirstHour') };
}

/** What the operation is given; only for fields without problems. */
export function fieldsToBirth(fields: BirthFields, of: { patientId: string; pregnancyId: string }): RecordBirthInput {
  const time = tidyTime(fields.bornTime);
  return {
    ...of, bornOn: dayOf(fields.bornOn) ?? '', bornTime: isTime(time) ? time : undefined, place: oneOf(birthPlaces, fields.place) ?? 'other', placeName: wordsOf(fields.placeName), attendant: oneOf(birthAttendants, fields.attendant), mode: oneOf(birthModes, fields.mode) ?? 'vaginal', weeks: numberOf(fields.weeks),
    complications: pickedOf(birthComplications, fields.complications), otherComplications: wordsOf(fields.otherComplications), babies: fields.babies.map(babyOf), motherStatus: oneOf(motherStatuses, fields.motherStatus) ?? 'well', note: wordsOf(fields.note),
  };
}
