import { ageOn } from '../common/age-on.ts';
import { addDays, addMonths, dateBounds } from '../common/partial-date.ts';
import type { RecordEncounterInput } from '../encounter/encounter.schema.ts';
import type { Patient } from '../patient/patient.schema.ts';
import { FOLLOWED_MONTHS, growthOf } from '../growth/growth-of.ts';
import { lmsAt } from '../growth/lms-at.ts';
import { whoGrowthTables } from '../growth/who-growth-tables.ts';
import { valueAt } from '../growth/z-score.ts';
import { seededRandom, wholeBetween, type Random } from './sample-people.ts';

export interface SampleChild { id: string; bornOn: string; sex: Patient['sex'] }
type NewId = (prefix: string) => string;

/** Every so many months, as they are weighed where somebody sees to it. */
const WEIGHED_EVERY_MONTHS = 3;
/** In a commune more are short than the standard has, few thin: where the children lie between, in z. Invented. */
const lengths = { middle: -0.8, spread: 1.2 };
const weights = { middle: -0.2, spread: 1 };

/** Bell-shaped enough, between −2.6 and 2.6. */
const bell = (random: Random): number => ((random() + random() + random()) * 2 - 3) * 0.87;
const oneDecimal = (n: number): number => Math.round(n * 10) / 10;

/** Visits at which children under five were weighed and measured, each on its own curve; some were not for long. */
export function* sampleGrowth(random: Random, newId: NewId, today: string, people: readonly SampleChild[]): Generator<{ key: string; operation: 'recordVisit'; input: RecordEncounterInput }> {
  for (const child of people) {
    const age = ageOn(child.bornOn, today);
    if (!age || age.months >= FOLLOWED_MONTHS || random() < 0.15) continue;
    const stopsAt = random() < 0.75 ? FOLLOWED_MONTHS : wholeBetween(random, 3, FOLLOWED_MONTHS);
    for (let months = 0; months < stopsAt; months += WEIGHED_EVERY_MONTHS) {
      const occurredOn = addDays(addMonths(dateBounds(child.bornOn).latest, months), wholeBetween(random, 1, 20));
      const size = occurredOn > today ? undefined : sampleSize(child, occurredOn, { length: 0.15 * bell(random), weight: 0.25 * bell(random) });
      if (!size) break;
      const id = newId('encounters');
      yield { key: id, operation: 'recordVisit', input: { id, patientId: child.id, occurredOn, reason: 'Cân đo', diagnoses: [{ text: 'Theo dõi tăng trưởng' }], advice: 'Ăn đủ bữa, đủ chất', observations: { weightKg: { value: size.weightKg }, heightCm: { value: size.heightCm } } } };
    }
  }
}

/** Height and weight of a day on a child's own curve, so much beside it (in z); nothing where no standard reaches. */
export function sampleSize({ id, sex, bornOn }: SampleChild, on: string, beside: { length: number; weight: number }): { heightCm: number; weightKg: number } | undefined {
  if (sex === 'undetermined') return undefined;
  const age = ageOn(bornOn, on);
  // Of one known by the year: from the middle of what it may mean.
  const growth = age && growthOf({ sex, bornOn: age.approximate ? addDays(on, -age.days) : bornOn }, { on });
  if (growth?.ageMonths === undefined) return undefined;
  const own = seededRandom(numberOf(id));
  const z = { length: lengths.middle + lengths.spread * bell(own) + beside.length, weight: weights.middle + weights.spread * bell(own) + beside.weight };
  const tables = whoGrowthTables[sex];
  const height = lmsAt(growth.isLying ? tables.lengthForAge : tables.heightForAge, Math.min(growth.ageMonths, FOLLOWED_MONTHS));
  const heightCm = height && oneDecimal(valueAt(height, z.length));
  const weight = heightCm === undefined ? undefined : lmsAt(growth.isLying ? tables.weightForLength : tables.weightForHeight, heightCm);
  return heightCm === undefined || !weight ? undefined : { heightCm, weightKg: oneDecimal(valueAt(weight, Math.min(2.8, Math.max(-2.9, z.weight)))) };
}

/** The same of the same id, every time. */
const numberOf = (id: string): number => [...id].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
