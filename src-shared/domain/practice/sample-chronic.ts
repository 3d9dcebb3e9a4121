import { surelyAtLeastYears } from '../common/age-on.ts';
import { addDays } from '../common/partial-date.ts';
import { conditionIcd10, type ChronicCondition } from '../chronic/chronic-lists.ts';
import type { ChangeEpisodeStatusInput, EnrolConditionInput } from '../chronic/episode.schema.ts';
import type { BloodPressure, RecordFollowUpInput } from '../chronic/follow-up.schema.ts';
import { pick, wholeBetween, type Random } from './sample-people.ts';

type NewId = (prefix: string) => string;
export type SampleChronicLine = { key: string } & ({ operation: 'enrolCondition'; input: EnrolConditionInput } | { operation: 'recordFollowUp'; input: RecordFollowUpInput } | { operation: 'changeEpisodeStatus'; input: ChangeEpisodeStatusInput });

/** How it goes with one after the other. `seenUntil`: days ago they came last, where they stopped coming. */
const courses: readonly { controlled: boolean; seenUntil?: number; referred?: true }[] = [{ controlled: true }, { controlled: false }, { controlled: false, seenUntil: 42 }, { controlled: true, seenUntil: 130 }, { controlled: true }, { controlled: false, referred: true }];
const conditionSets: readonly (readonly ChronicCondition[])[] = [['hypertension'], ['hypertension'], ['hypertension', 'diabetes'], ['hypertension'], ['diabetes'], ['copd'], ['hypertension']];
const ENROLLED_SHARE = 0.3;
const FROM_YEARS = 40;

/** Conditions of people of forty and more with their monthly controls: some controlled, some not, some overdue, some who stopped coming, some referred. */
export function* sampleChronic(random: Random, newId: NewId, today: string, people: readonly { id: string; bornOn: string }[]): Generator<SampleChronicLine> {
  let serial = 0;
  for (const { id: patientId, bornOn } of people) {
    if (!surelyAtLeastYears(bornOn, today, FROM_YEARS) || random() >= ENROLLED_SHARE) continue;
    const [course, conditions] = [courses[serial % courses.length]!, conditionSets[serial % conditionSets.length]!];
    serial += 1;
    const enrolledOn = addDays(today, -wholeBetween(random, 200, 420));
    const ids: string[] = [];
    for (const condition of conditions) {
      const id = newId('episodes');
      ids.push(id);
      const icd10 = conditionIcd10[condition];
      yield { key: id, operation: 'enrolCondition', input: { id, patientId, condition, ...(icd10 === undefined ? {} : { icd10 }), foundOn: String(Number(enrolledOn.slice(0, 4)) - wholeBetween(random, 1, 4)), foundBy: pick(random, ['screening', 'visit', 'hospital']), enrolledOn, riskFactors: pick(random, [['salt'], ['salt', 'inactivity'], ['smoking', 'alcohol'], ['family']]) } };
    }
    const last = addDays(today, -(course.seenUntil ?? 0));
    for (let on = enrolledOn; on <= last; on = addDays(on, wholeBetween(random, 27, 31))) {
      const id = newId('followUps');
      yield { key: id, operation: 'recordFollowUp', input: { id, patientId, occurredOn: on, ...measuredAt(random, conditions, course.controlled), advice: pick(random, [['medicine', 'salt'], ['medicine', 'activity'], ['diet', 'medicine']]), nextVisitOn: addDays(on, 28) } };
    }
    if (course.referred && ids[0] !== undefined) yield { key: newId('episodes'), operation: 'changeEpisodeStatus', input: { id: ids[0], on: last, status: 'referred', reason: 'Cần khám chuyên khoa' } };
  }
}

function measuredAt(random: Random, conditions: readonly ChronicCondition[], controlled: boolean): Partial<RecordFollowUpInput> {
  const reading = (): BloodPressure => (controlled ? { systolicMmHg: wholeBetween(random, 112, 136), diastolicMmHg: wholeBetween(random, 68, 84) } : { systolicMmHg: wholeBetween(random, 144, 172), diastolicMmHg: wholeBetween(random, 84, 102) });
  return {
    bloodPressure: [reading(), reading()], missedDays: controlled ? 0 : wholeBetween(random, 0, 6), weightKg: wholeBetween(random, 450, 720) / 10,
    ...(conditions.includes('diabetes') ? { fastingGlucoseMmolL: (controlled ? wholeBetween(random, 50, 70) : wholeBetween(random, 75, 115)) / 10 } : {}),
  };
}
