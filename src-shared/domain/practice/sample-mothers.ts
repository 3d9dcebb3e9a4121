import { surelyAtLeastYears } from '../common/age-on.ts';
import { addDays } from '../common/partial-date.ts';
import type { RecordAntenatalVisitInput } from '../maternal/antenatal-visit.schema.ts';
import type { RecordBirthInput } from '../maternal/birth.schema.ts';
import { proposeNextVisit } from '../maternal/planned-visits.ts';
import { dueDay } from '../maternal/gestation.ts';
import type { RecordPostnatalVisitInput } from '../maternal/postnatal-visit.schema.ts';
import type { RegisterPregnancyInput } from '../maternal/pregnancy.schema.ts';
import type { SampleChild } from './sample-growth.ts';
import { pick, wholeBetween, type Random } from './sample-people.ts';

type NewId = (prefix: string) => string;
export type SampleMotherLine = { key: string } & (
  | { operation: 'registerPregnancy'; input: RegisterPregnancyInput }
  | { operation: 'recordAntenatalVisit'; input: RecordAntenatalVisitInput }
  | { operation: 'recordBirth'; input: RecordBirthInput }
  | { operation: 'recordPostnatalVisit'; input: RecordPostnatalVisitInput }
);

/** How far one after the other is: weeks today, the weeks of her visits, and whether she gave birth (so many days ago). `isUnusual`: her last visit is. `missed`: nobody came since a visit that was due. */
interface Course { weeks: number; visits: readonly number[]; bornAgo?: number; seenAfter?: readonly number[]; isUnusual?: true; missed?: true }
const courses: readonly Course[] = [
  { weeks: 10, visits: [8] }, { weeks: 23, visits: [9, 20] }, { weeks: 33, visits: [11, 20, 28, 32], isUnusual: true }, { weeks: 41, visits: [10, 20, 30, 36, 39] }, { weeks: 39, visits: [9, 21, 30, 36], bornAgo: 5, seenAfter: [2] },
  { weeks: 40, visits: [12, 24, 34], bornAgo: 44, seenAfter: [2, 6] }, { weeks: 27, visits: [10, 20], missed: true }, { weeks: 38, visits: [12, 20, 29, 36], bornAgo: 130, seenAfter: [1, 7, 40] }, { weeks: 17, visits: [12] }, { weeks: 36, visits: [11, 22, 30, 35] },
];
const SHARE = 0.8;
const AGES = { from: 18, below: 40 };

/** Women with a pregnancy or a birth of this year: in each trimester, one past her due day, one with something unusual, one overdue, births with the visits after them. */
export function* sampleMothers(random: Random, newId: NewId, today: string, people: readonly SampleChild[]): Generator<SampleMotherLine> {
  let serial = 0;
  for (const { id: patientId, bornOn, sex } of people) {
    const isOfAge = sex === 'female' && surelyAtLeastYears(bornOn, addDays(today, -500), AGES.from) && !surelyAtLeastYears(bornOn, today, AGES.below);
    if (!isOfAge || random() >= SHARE) continue;
    const course = courses[serial % courses.length]!;
    serial += 1;
    yield* motherLines(random, newId, today, patientId, course);
  }
}

function* motherLines(random: Random, newId: NewId, today: string, patientId: string, { weeks, visits, bornAgo = 0, seenAfter = [], isUnusual, missed }: Course): Generator<SampleMotherLine> {
  const lastPeriodOn = addDays(today, -(weeks * 7 + bornAgo));
  const at = (week: number) => addDays(lastPeriodOn, week * 7);
  const due = dueDay({ lastPeriodOn });
  const id = newId('pregnancies');
  const gravida = wholeBetween(random, 1, 3);
  yield { key: id, operation: 'registerPregnancy', input: {
    id, patientId, registeredOn: at(visits[0] ?? weeks), lastPeriodOn, gravida, para: { term: gravida - 1, preterm: 0, lost: 0, living: gravida - 1 }, heightCm: wholeBetween(random, 148, 162), weightBeforeKg: wholeBetween(random, 43, 58), bloodGroup: pick(random, ['A', 'B', 'AB', 'O']), rhesus: 'positive',
    tetanusDosesBefore: wholeBetween(random, 0, 2), plannedPlace: pick(random, ['station', 'hospital']), ...(isUnusual ? { riskFactors: ['miscarriages' as const] } : {}), screenings: (['hiv', 'hbsag', 'syphilis'] as const).map((test) => ({ test, result: 'negative' as const, on: at(visits[0] ?? weeks) })),
  } };
  const start = wholeBetween(random, 440, 560);
  for (const [nth, week] of visits.entries()) {
    const isLast = nth === visits.length - 1;
    const visitId = newId('antenatalVisits');
    const occurredOn = at(week);
    yield { key: visitId, operation: 'recordAntenatalVisit', input: {
      id: visitId, patientId, pregnancyId: id, occurredOn, weightKg: (start + week * 4) / 10, bloodPressure: [isUnusual && isLast ? { systolicMmHg: 146, diastolicMmHg: 94 } : { systolicMmHg: wholeBetween(random, 100, 124), diastolicMmHg: wholeBetween(random, 62, 80) }], oedema: isUnusual && isLast ? 'legs' : 'none',
      ...(week >= 16 ? { fundalHeightCm: week < 37 ? week - 1 + wholeBetween(random, 0, 2) : 34, fetalHeartPerMin: wholeBetween(random, 132, 152) } : {}), ...(week >= 30 ? { presentation: 'cephalic' as const } : {}), haemoglobinGPerL: isUnusual && isLast ? 102 : wholeBetween(random, 112, 130),
      urineProtein: isUnusual && isLast ? 'plus1' : 'negative', ironFolate: true, calcium: week >= 16, ...(nth === 1 ? { tetanusDose: 2 } : {}), advice: pick(random, [['nutrition', 'dangerSigns'], ['ironFolate', 'rest'], ['dangerSigns', 'birthPlace']]),
      nextVisitOn: missed && isLast ? addDays(today, -wholeBetween(random, 10, 20)) : proposeNextVisit(due, occurredOn),
    } };
  }
  if (bornAgo === 0) return;
  const birthId = newId('births');
  const bornOn = addDays(today, -bornAgo);
  yield { key: birthId, operation: 'recordBirth', input: {
    id: birthId, patientId, pregnancyId: id, bornOn, bornTime: '04:20', place: pick(random, ['station', 'hospital']), attendant: 'midwife', mode: 'vaginal', weeks,
    babies: [{ sex: pick(random, ['female', 'male']), weightG: wholeBetween(random, 26, 36) * 100, apgar1: 8, apgar5: 9, status: 'live', hepB0: true, vitaminK: true, breastfedInFirstHour: true }], motherStatus: 'well',
  } };
  for (const days of seenAfter) {
    const visitId = newId('postnatalVisits');
    yield { key: visitId, operation: 'recordPostnatalVisit', input: { id: visitId, patientId, pregnancyId: id, occurredOn: addDays(bornOn, days), place: days < 8 ? 'home' : 'station', bleeding: 'normal', fever: false, breast: 'normal', mood: 'good', babies: [{ weightG: wholeBetween(random, 28, 40) * 100, jaundice: 'none', cord: 'clean', feeding: 'breast' }], advice: ['breastfeeding', 'dangerSigns'] } };
  }
}
