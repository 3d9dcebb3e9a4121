import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { vitalSigns } from '../../../src-shared/domain/encounter/observations.ts';
import { birthPlaces, bloodGroups, pregnancyRisks, rhesusFactors, screeningResults, screeningTests, type ScreeningTest } from '../../../src-shared/domain/maternal/maternal-lists.ts';
import { maternalMeasures } from '../../../src-shared/domain/maternal/maternal-measures.ts';
import type { AmendPregnancyInput, Pregnancy, RegisterPregnancyInput } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import { normalizePhone } from '../../../src-shared/domain/patient/phone.ts';
import type { Problems } from '../../ui/problems.ts';
import { formatPara, parseTypedPara } from './parse-typed-para.ts';
import { dayOf, dayProblem, measureProblem, numberOf, oneOf, pickedOf, tooLong, wordsOf } from '../../ui/typed.ts';

/** Measures typed as one number, with their limits and the words of their unit below `maternal.units`. */
export const pregnancyMeasures = {
  gravida: { ...maternalMeasures.gravida, unitWord: 'times' }, heightCm: { ...vitalSigns.heightCm, unitWord: 'cm' }, weightBeforeKg: { ...vitalSigns.weightKg, unitWord: 'kg' },
  tetanusDosesBefore: { ...maternalMeasures.tetanusDose, min: 0, unitWord: 'doses' },
} as const;
export type PregnancyMeasure = keyof typeof pregnancyMeasures;
export const pregnancyMeasureNames = Object.keys(pregnancyMeasures) as PregnancyMeasure[];

type TestField = `${ScreeningTest}${'Result' | 'On'}`;

/** The form as typed. */
export interface PregnancyFields extends Record<PregnancyMeasure | TestField, string> {
  registeredOn: string; lastPeriodOn: string; ultrasoundDueOn: string; ultrasoundSeenOn: string; para: string; previousCaesarean: string; riskFactors: string[]; otherRisks: string; bloodGroup: string; rhesus: string; plannedPlace: string; husbandName: string; husbandPhone: string; note: string;
}

const noTests: Record<TestField, string> = { hivResult: '', hivOn: '', hbsagResult: '', hbsagOn: '', syphilisResult: '', syphilisOn: '' };
const longest = { otherRisks: 300, note: 2000 } as const;
const typed = (value: number | string | undefined): string => (value === undefined ? '' : String(value));

/** Written down today; what a woman keeps from one pregnancy to the next (height, blood group, her husband) comes from the one before. */
export function emptyPregnancy(today: string, before?: Pregnancy): PregnancyFields {
  return {
    ...noTests, registeredOn: formatDate(today), lastPeriodOn: '', ultrasoundDueOn: '', ultrasoundSeenOn: '', gravida: typed(before?.gravida === undefined ? undefined : before.gravida + 1), para: '', previousCaesarean: before?.previousCaesarean ? 'yes' : '', riskFactors: [], otherRisks: '',
    heightCm: typed(before?.heightCm), weightBeforeKg: '', bloodGroup: before?.bloodGroup ?? '', rhesus: before?.rhesus ?? '', tetanusDosesBefore: '', plannedPlace: '', husbandName: before?.husbandName ?? '', husbandPhone: before?.husbandPhone ?? '', note: '',
  };
}

/** A pregnancy as it stands, to be corrected; results of tests are added, so their fields begin empty. */
export function pregnancyToFields(pregnancy: Pregnancy): PregnancyFields {
  const { lastPeriodOn, ultrasoundDue, para, previousCaesarean } = pregnancy;
  return {
    ...noTests, registeredOn: formatDate(pregnancy.registeredOn), lastPeriodOn: lastPeriodOn ? formatDate(lastPeriodOn) : '', ultrasoundDueOn: ultrasoundDue ? formatDate(ultrasoundDue.dueOn) : '', ultrasoundSeenOn: ultrasoundDue ? formatDate(ultrasoundDue.seenOn) : '',
    gravida: typed(pregnancy.gravida), para: para ? formatPara(para) : '', previousCaesarean: previousCaesarean === undefined ? '' : previousCaesarean ? 'yes' : 'no', riskFactors: pregnancy.riskFactors ?? [], otherRisks: pregnancy.otherRisks ?? '',
    heightCm: typed(pregnancy.heightCm), weightBeforeKg: typed(pregnancy.weightBeforeKg), bloodGroup: pregnancy.bloodGroup ?? '', rhesus: pregnancy.rhesus ?? '', tetanusDosesBefore: typed(pregnancy.tetanusDosesBefore),
    plannedPlace: pregnancy.plannedPlace ?? '', husbandName: pregnancy.husbandName ?? '', husbandPhone: pregnancy.husbandPhone ?? '', note: pregnancy.note ?? '',
  };
}

/** Choosing a result brings the day of today where none was typed. */
export const resultPatch = (test: ScreeningTest, result: string, fields: PregnancyFields, today: string): Partial<PregnancyFields> => ({ [`${test}Result`]: result, ...(result !== '' && fields[`${test}On`] === '' ? { [`${test}On`]: formatDate(today) } : {}) });

export interface PregnancyFacts { today: string; unitWords(name: PregnancyMeasure): string; /** What the rules of the domain say against it. */ refuse(input: Omit<RegisterPregnancyInput, 'patientId'>): readonly { code: string; field?: unknown }[] }

const fieldOf: Readonly<Record<string, string>> = { 'ultrasoundDue.dueOn': 'ultrasoundDueOn', 'ultrasoundDue.seenOn': 'ultrasoundSeenOn', patientId: 'lastPeriodOn' };

/** Everything wrong, by field. */
export function pregnancyProblems(fields: PregnancyFields, { today, unitWords, refuse }: PregnancyFacts): Problems {
  const problems: Problems = tooLong(fields, longest);
  const say = (field: string, problem: Problems[string]) => { if (problem) problems[field] ??= problem; };
  say('registeredOn', dayProblem(fields.registeredOn, { today, required: true }));
  say('lastPeriodOn', dayProblem(fields.lastPeriodOn, { today }));
  say('ultrasoundDueOn', dayProblem(fields.ultrasoundDueOn, { required: fields.ultrasoundSeenOn.trim() !== '' }));
  say('ultrasoundSeenOn', dayProblem(fields.ultrasoundSeenOn, { today, required: fields.ultrasoundDueOn.trim() !== '' }));
  for (const name of pregnancyMeasureNames) say(name, measureProblem(fields[name], pregnancyMeasures[name], unitWords(name)));
  const para = parseTypedPara(fields.para);
  if ('problem' in para) problems.para = { code: para.problem };
  for (const test of screeningTests) {
    say(`${test}On`, dayProblem(fields[`${test}On`], { today, required: fields[`${test}Result`] !== '' }));
    if (fields[`${test}On`].trim() !== '' && fields[`${test}Result`] === '') problems[`${test}Result`] = { code: 'required' };
  }
  if (Object.values(problems).some((one) => one !== undefined)) return problems;
  const input = fieldsToPregnancy(fields);
  for (const { code, field, ...facts } of refuse(input)) {
    const test = typeof field === 'string' && /^screenings\.(\d+)/.exec(field)?.[1];
    const at = typeof field !== 'string' ? 'lastPeriodOn' : typeof test === 'string' ? `${input.screenings?.[Number(test)]?.test ?? ''}On` : fieldOf[field] ?? field;
    problems[at] ??= { code: `refusals.${code}`, ...facts };
  }
  return problems;
}

/** What the operations are given; only for fields without problems. */
export function fieldsToPregnancy(fields: PregnancyFields): Omit<AmendPregnancyInput, 'id' | 'editedVersion'> {
  const para = parseTypedPara(fields.para);
  const [dueOn, seenOn] = [dayOf(fields.ultrasoundDueOn), dayOf(fields.ultrasoundSeenOn)];
  const screenings = screeningTests.flatMap((test) => {
    const [result, on] = [oneOf(screeningResults, fields[`${test}Result`]), dayOf(fields[`${test}On`])];
    return result === undefined || on === undefined ? [] : [{ test, result, on }];
  });
  const phone = normalizePhone(fields.husbandPhone.trim());
  return {
    registeredOn: dayOf(fields.registeredOn) ?? '', lastPeriodOn: dayOf(fields.lastPeriodOn), ultrasoundDue: dueOn !== undefined && seenOn !== undefined ? { dueOn, seenOn } : undefined,
    gravida: numberOf(fields.gravida), para: 'para' in para ? para.para : undefined, previousCaesarean: fields.previousCaesarean === '' ? undefined : fields.previousCaesarean === 'yes',
    riskFactors: pickedOf(pregnancyRisks, fields.riskFactors), otherRisks: wordsOf(fields.otherRisks), heightCm: numberOf(fields.heightCm), weightBeforeKg: numberOf(fields.weightBeforeKg),
    bloodGroup: oneOf(bloodGroups, fields.bloodGroup), rhesus: oneOf(rhesusFactors, fields.rhesus), tetanusDosesBefore: numberOf(fields.tetanusDosesBefore), plannedPlace: oneOf(birthPlaces, fields.plannedPlace),
    husbandName: wordsOf(fields.husbandName), husbandPhone: phone || undefined, note: wordsOf(fields.note), screenings: screenings.length > 0 ? screenings : undefined,
  };
}
