import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { vitalSigns } from '../../../src-shared/domain/encounter/observations.ts';
import { babyFeedings, bleedingGrades, breastFindings, contraceptions, cordFindings, jaundiceGrades, moods, postnatalAdvice, postnatalPlaces } from '../../../src-shared/domain/maternal/maternal-lists.ts';
import { maternalMeasures } from '../../../src-shared/domain/maternal/maternal-measures.ts';
import type { PlannedPostnatal } from '../../../src-shared/domain/maternal/postnatal-plan.ts';
import type { RecordPostnatalVisitInput } from '../../../src-shared/domain/maternal/postnatal-visit.schema.ts';
import type { Problems } from '../../ui/problems.ts';
import { addRefusals, dayOf, dayProblem, hasProblems, measureProblem, numberOf, oneOf, pickedOf, pressureProblem, readingsOf, tooLong, wordsOf } from '../../ui/typed.ts';

export interface PostnatalBabyFields { weightG: string; jaundice: string; cord: string; feeding: string }

/** The form as typed. */
export interface PostnatalFields { occurredOn: string; place: string; reading1: string; temperatureC: string; bleeding: string; fever: string; breast: string; mood: string; babies: PostnatalBabyFields[]; contraception: string; advice: string[]; nextVisitOn: string; referredTo: string; note: string }

const emptyBaby: PostnatalBabyFields = { weightG: '', jaundice: '', cord: '', feeding: '' };
const longest = { referredTo: 200, note: 2000 } as const;

/** The first of the visits planned that is still to come after a day. */
export const nextPlanned = (planned: readonly PlannedPostnatal[], on: string): string | undefined => planned.find(({ fromOn, state }) => fromOn > on && state !== 'done')?.fromOn;

/** Today, at her home, a line for each baby that lives; again when the next planned visit begins. */
export function emptyPostnatal(today: string, babies: number, planned: readonly PlannedPostnatal[]): PostnatalFields {
  const next = nextPlanned(planned, today);
  return { occurredOn: formatDate(today), place: 'home', reading1: '', temperatureC: '', bleeding: '', fever: '', breast: '', mood: '', babies: Array.from({ length: babies }, () => emptyBaby), contraception: '', advice: [], nextVisitOn: next === undefined ? '' : formatDate(next), referredTo: '', note: '' };
}

/** Another day of the visit; the next one follows while it is the planned one. */
export function postnatalDayPatch(typed: string, before: Pick<PostnatalFields, 'occurredOn' | 'nextVisitOn'>, planned: readonly PlannedPostnatal[]): Partial<PostnatalFields> {
  const [was, on] = [dayOf(before.occurredOn), dayOf(typed)];
  const planOf = (day: string | undefined) => { const next = day === undefined ? undefined : nextPlanned(planned, day); return next === undefined ? '' : formatDate(next); };
  return { occurredOn: typed, ...(on !== undefined && planOf(was) === before.nextVisitOn ? { nextVisitOn: planOf(on) } : {}) };
}

export interface PostnatalFacts { today: string; of: { patientId: string; pregnancyId: string }; unitWords(name: 'temperatureC' | 'weightG'): string; refuse(input: RecordPostnatalVisitInput): readonly { code: string; field?: unknown }[] }

const fieldOf: Readonly<Record<string, string>> = { bloodPressure: 'reading1', 'bloodPressure.0.diastolicMmHg': 'reading1', pregnancyId: 'bleeding', babies: 'bleeding' };

/** Everything wrong, by field; of a baby by `babies.0.weightG`. */
export function postnatalProblems(fields: PostnatalFields, { today, of, unitWords, refuse }: PostnatalFacts): Problems {
  const problems: Problems = tooLong(fields, longest);
  const say = (field: string, problem: Problems[string]) => { if (problem) problems[field] ??= problem; };
  say('reading1', pressureProblem(fields.reading1));
  say('temperatureC', measureProblem(fields.temperatureC, vitalSigns.temperatureC, unitWords('temperatureC')));
  for (const [at, baby] of fields.babies.entries()) say(`babies.${String(at)}.weightG`, measureProblem(baby.weightG, maternalMeasures.babyWeightG, unitWords('weightG')));
  say('occurredOn', dayProblem(fields.occurredOn, { today, required: true }));
  say('nextVisitOn', dayProblem(fields.nextVisitOn, {}));
  if (!hasProblems(problems)) addRefusals(problems, refuse(fieldsToPostnatal(fields, of)), (field) => fieldOf[field] ?? field, 'bleeding');
  return problems;
}

/** What the operation is given; what cannot be read is left out, so that it is judged while somebody types. */
export function fieldsToPostnatal(fields: PostnatalFields, of: { patientId: string; pregnancyId: string }): RecordPostnatalVisitInput {
  const babies = fields.babies.map(({ weightG, jaundice, cord, feeding }) => ({ weightG: numberOf(weightG.replace(/[.,\s](?=\d{3}$)/, '')), jaundice: oneOf(jaundiceGrades, jaundice), cord: oneOf(cordFindings, cord), feeding: oneOf(babyFeedings, feeding) }));
  return {
    ...of, occurredOn: dayOf(fields.occurredOn) ?? '', place: oneOf(postnatalPlaces, fields.place) ?? 'home', bloodPressure: readingsOf([fields.reading1]), temperatureC: numberOf(fields.temperatureC), fever: fields.fever === '' ? undefined : fields.fever === 'yes',
    bleeding: oneOf(bleedingGrades, fields.bleeding), breast: oneOf(breastFindings, fields.breast), mood: oneOf(moods, fields.mood), babies: babies.some((baby) => Object.values(baby).some((value) => value !== undefined)) ? babies : undefined,
    contraception: oneOf(contraceptions, fields.contraception), advice: pickedOf(postnatalAdvice, fields.advice), nextVisitOn: dayOf(fields.nextVisitOn), referredTo: wordsOf(fields.referredTo), note: wordsOf(fields.note),
  };
}
