import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { vitalSigns } from '../../../src-shared/domain/encounter/observations.ts';
import type { RecordAntenatalVisitInput } from '../../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import { antenatalAdvice, dangerSigns, oedemaGrades, presentations, urineGrades } from '../../../src-shared/domain/maternal/maternal-lists.ts';
import { maternalMeasures } from '../../../src-shared/domain/maternal/maternal-measures.ts';
import { proposeNextVisit } from '../../../src-shared/domain/maternal/planned-visits.ts';
import type { DueDay } from '../../../src-shared/domain/maternal/gestation.ts';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';
import type { Problems } from '../../ui/problems.ts';
import { addRefusals, dayOf, dayProblem, hasProblems, measureProblem, oneOf, pickedOf, pressureProblem, readingsOf, tooLong, wordsOf } from '../../ui/typed.ts';

/** Measures typed as one number, with their limits and the words of their unit below `maternal.units`. */
export const antenatalMeasures = {
  weightKg: { ...vitalSigns.weightKg, unitWord: 'kg' }, fundalHeightCm: { ...maternalMeasures.fundalHeightCm, unitWord: 'cm' }, girthCm: { ...maternalMeasures.girthCm, unitWord: 'cm' },
  fetalHeartPerMin: { ...maternalMeasures.fetalHeartPerMin, unitWord: 'perMin' }, haemoglobinGPerL: { ...maternalMeasures.haemoglobinGPerL, unitWord: 'gPerL' }, tetanusDose: { ...maternalMeasures.tetanusDose, unitWord: 'doses' },
  fastingMmolL: { ...maternalMeasures.glucoseMmolL, unitWord: 'mmolL' }, oneHourMmolL: { ...maternalMeasures.glucoseMmolL, unitWord: 'mmolL' }, twoHourMmolL: { ...maternalMeasures.glucoseMmolL, unitWord: 'mmolL' },
} as const;
export type AntenatalMeasure = keyof typeof antenatalMeasures;
const measureNames = Object.keys(antenatalMeasures) as AntenatalMeasure[];
/** What is given or said of this visit by one press. */
export const pressed = ['ironFolate', 'calcium', 'highRisk'] as const;

/** The form as typed. */
export interface AntenatalFields extends Record<AntenatalMeasure, string> {
  occurredOn: string; reading1: string; reading2: string; oedema: string; presentation: string; urineProtein: string; urineGlucose: string; ultrasound: string; pressed: string[]; dangerSigns: string[]; advice: string[]; nextVisitOn: string; referredTo: string; note: string;
}

/** When to come again, in days; `planned` follows the visits of the schedule. */
export const quickDays = { oneWeek: 7, twoWeeks: 14, fourWeeks: 28 } as const;
export type Quick = keyof typeof quickDays | 'planned';
const longest = { ultrasound: 500, referredTo: 200, note: 2000 } as const;

/** Today, and again when the schedule says; what was measured in a visit of today stands in its fields. */
export function emptyAntenatal(today: string, due: DueDay | undefined, measured?: { pressure?: string; weight?: string }): AntenatalFields {
  return {
    occurredOn: formatDate(today), reading1: measured?.pressure ?? '', reading2: '', weightKg: measured?.weight ?? '', oedema: '', fundalHeightCm: '', girthCm: '', fetalHeartPerMin: '', presentation: '', haemoglobinGPerL: '', urineProtein: '', urineGlucose: '', tetanusDose: '',
    ultrasound: '', fastingMmolL: '', oneHourMmolL: '', twoHourMmolL: '', pressed: [], dangerSigns: [], advice: [], nextVisitOn: formatDate(proposeNextVisit(due, today)), referredTo: '', note: '',
  };
}

const nextOn = (quick: Quick, on: string, due: DueDay | undefined): string => (quick === 'planned' ? proposeNextVisit(due, on) : addDays(on, quickDays[quick]));
type NextFields = Pick<AntenatalFields, 'occurredOn' | 'nextVisitOn'>;

/** The quick choice whose day stands in the form; none for another day. */
export function quickOf({ occurredOn, nextVisitOn }: NextFields, due: DueDay | undefined): Quick | undefined {
  const [on, next] = [dayOf(occurredOn), dayOf(nextVisitOn)];
  return on === undefined || next === undefined ? undefined : (['planned', 'oneWeek', 'twoWeeks', 'fourWeeks'] as const).find((quick) => nextOn(quick, on, due) === next);
}

/** The day of a quick choice, counted from the day of the visit. */
export function quickPatch(quick: Quick, { occurredOn }: NextFields, due: DueDay | undefined): Partial<AntenatalFields> {
  const on = dayOf(occurredOn);
  return on === undefined ? {} : { nextVisitOn: formatDate(nextOn(quick, on, due)) };
}

/** Another day of the visit; the next one follows where it is a quick choice. */
export function dayPatch(typed: string, before: NextFields, due: DueDay | undefined): Partial<AntenatalFields> {
  const quick = quickOf(before, due);
  return { occurredOn: typed, ...(quick === undefined ? {} : quickPatch(quick, { ...before, occurredOn: typed }, due)) };
}

export interface AntenatalFacts { today: string; of: { patientId: string; pregnancyId: string }; unitWords(name: AntenatalMeasure): string; /** What the rules of the domain say against it. */ refuse(input: RecordAntenatalVisitInput): readonly { code: string; field?: unknown }[] }

const fieldOf: Readonly<Record<string, string>> = { bloodPressure: 'reading1', 'bloodPressure.0.diastolicMmHg': 'reading1', 'bloodPressure.1.diastolicMmHg': 'reading2', pregnancyId: 'reading1' };

/** Everything wrong, by field. */
export function antenatalProblems(fields: AntenatalFields, { today, of, unitWords, refuse }: AntenatalFacts): Problems {
  const problems: Problems = tooLong(fields, longest);
  const say = (field: string, problem: Problems[string]) => { if (problem) problems[field] ??= problem; };
  for (const name of ['reading1', 'reading2'] as const) say(name, pressureProblem(fields[name]));
  for (const name of measureNames) say(name, measureProblem(fields[name], antenatalMeasures[name], unitWords(name)));
  say('occurredOn', dayProblem(fields.occurredOn, { today, required: true }));
  say('nextVisitOn', dayProblem(fields.nextVisitOn, {}));
  if (!hasProblems(problems)) addRefusals(problems, refuse(fieldsToAntenatal(fields, of)), (field) => fieldOf[field] ?? field, 'reading1');
  return problems;
}

/** What the operation is given; what cannot be read or cannot be is left out, so that the rest is judged while somebody types. */
export function fieldsToAntenatal(fields: AntenatalFields, of: { patientId: string; pregnancyId: string }): RecordAntenatalVisitInput {
  const measure = (name: AntenatalMeasure) => { const read = parseTypedNumber(fields[name], antenatalMeasures[name]); return 'value' in read ? read.value : undefined; };
  const glucoseLoad = { fastingMmolL: measure('fastingMmolL'), oneHourMmolL: measure('oneHourMmolL'), twoHourMmolL: measure('twoHourMmolL') };
  const yes = (name: (typeof pressed)[number]) => fields.pressed.includes(name) || undefined;
  return {
    ...of, occurredOn: dayOf(fields.occurredOn) ?? '', weightKg: measure('weightKg'), bloodPressure: readingsOf([fields.reading1, fields.reading2]), oedema: oneOf(oedemaGrades, fields.oedema),
    fundalHeightCm: measure('fundalHeightCm'), girthCm: measure('girthCm'), fetalHeartPerMin: measure('fetalHeartPerMin'), presentation: oneOf(presentations, fields.presentation), haemoglobinGPerL: measure('haemoglobinGPerL'),
    urineProtein: oneOf(urineGrades, fields.urineProtein), urineGlucose: oneOf(urineGrades, fields.urineGlucose), ultrasound: wordsOf(fields.ultrasound), glucoseLoad: Object.values(glucoseLoad).some((value) => value !== undefined) ? glucoseLoad : undefined,
    ironFolate: yes('ironFolate'), calcium: yes('calcium'), highRisk: yes('highRisk'), tetanusDose: measure('tetanusDose'), dangerSigns: pickedOf(dangerSigns, fields.dangerSigns), advice: pickedOf(antenatalAdvice, fields.advice),
    nextVisitOn: dayOf(fields.nextVisitOn), referredTo: wordsOf(fields.referredTo), note: wordsOf(fields.note),
  };
}
