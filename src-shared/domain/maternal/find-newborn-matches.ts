import { dateBounds, daysBetween } from '../common/partial-date.ts';
import { nameKey } from '../patient/find-same-identity.ts';
import type { Patient } from '../patient/patient.schema.ts';
import type { Baby, Birth } from './birth.schema.ts';

/** A child written down elsewhere may have the day of its card instead of its birth's. Chosen here. */
export const NEWBORN_DAYS_APART = 3;

export const newbornReasons = ['household', 'guardian', 'phone'] as const;
export type NewbornReason = (typeof newbornReasons)[number];
type Person = Pick<Patient, '_id' | 'fullName' | 'sex' | 'bornOn' | 'village' | 'householdHead' | 'guardian' | 'phone' | 'nationalId'>;
/** `daysApart`: between the birth and the nearest day the person's birth date may mean. */
export interface NewbornMatch { id: string; because: NewbornReason[]; daysApart: number; otherSex: boolean }

/** Who of the people may be a baby, most likely first: born within three days of the birth, and of the mother's household, with her as guardian, or with her phone. */
export function findNewbornMatches(birth: Pick<Birth, 'bornOn'>, baby: Pick<Baby, 'sex'>, mother: Person, people: Iterable<Person>): NewbornMatch[] {
  const found: NewbornMatch[] = [];
  for (const person of people) {
    const daysApart = daysFrom(birth.bornOn, person.bornOn);
    const because = daysApart > NEWBORN_DAYS_APART ? [] : reasons(mother, person);
    if (because.length > 0) found.push({ id: person._id, because, daysApart, otherSex: person.sex !== baby.sex });
  }
  return found.sort((a, b) => Number(a.otherSex) - Number(b.otherSex) || b.because.length - a.because.length || a.daysApart - b.daysApart || (a.id < b.id ? -1 : 1));
}

function reasons(mother: Person, { village, householdHead, guardian, phone }: Person): NewbornReason[] {
  const sameName = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && nameKey(a) !== '' && nameKey(a) === nameKey(b);
  const phones = [phone, guardian?.phone].filter((one) => one !== undefined && one !== '');
  const holds = {
    household: sameName(village, mother.village) && sameName(householdHead, mother.householdHead ?? mother.fullName),
    guardian: sameName(guardian?.fullName, mother.fullName) || (guardian?.nationalId !== undefined && guardian.nationalId === mother.nationalId),
    phone: phones.includes(mother.phone),
  };
  return newbornReasons.filter((reason) => holds[reason]);
}

/** How many days a birth date is from a day; one known by its month or year only is nearest where it may be the same. */
export function daysFrom(on: string, bornOn: string): number {
  const { earliest, latest } = dateBounds(bornOn);
  return Math.max(0, daysBetween(on, earliest), daysBetween(latest, on));
}
