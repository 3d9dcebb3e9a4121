import { foldForSearch } from '../common/fold-for-search.ts';
import { dateBounds } from '../common/partial-date.ts';
import { nameKey, type Identity } from './find-same-identity.ts';
import { normalizePatient } from './normalize-patient.ts';
import type { Patient, RegisterPatientInput } from './patient.schema.ts';

/** What is known of somebody while the form is still being filled in. */
export type HalfKnown = Partial<Pick<RegisterPatientInput, 'fullName' | 'bornOn' | 'sex' | 'nationalId' | 'insuranceNumber' | 'village' | 'phone'>>;
export type DuplicateCandidate = Identity & Pick<Patient, 'village' | 'phone'>;
export type DuplicateReason = 'nationalId' | 'insuranceNumber' | 'name' | 'nearlyName' | 'bornOn' | 'birthYear' | 'village' | 'phone';
/** `same`: an exact number says so; `likely`: ask before a second record is made; `possible`: worth a look. */
export interface Duplicate { id: string; certainty: 'same' | 'likely' | 'possible'; because: DuplicateReason[] }

const order = { same: 0, likely: 1, possible: 2 } as const;

/**
 * Who among the others may be this person: exact numbers first, then the folded name with birth date, village and phone. Two different
 * citizen numbers are two people. A birth date known only in part is told as the same year. `others`: at least `PeopleIndex.mayBeSame`.
 */
export function findDuplicates(known: HalfKnown, others: Iterable<DuplicateCandidate>, most = 5): Duplicate[] {
  const person = normalizePatient({ fullName: '', bornOn: '', sex: 'undetermined', ...known });
  const found: (Duplicate & { weight: number })[] = [];
  for (const other of others) {
    const because = reasons(person, other);
    const certainty = certaintyOf(person, other, new Set(because));
    const told = person.bornOn.length === 10 && other.bornOn.length === 10 ? because : because.map((reason) => (reason === 'bornOn' ? 'birthYear' : reason));
    if (certainty) found.push({ id: other._id, certainty, because: told, weight: because.length });
  }
  found.sort((a, b) => order[a.certainty] - order[b.certainty] || b.weight - a.weight || (a.id < b.id ? -1 : 1));
  return found.slice(0, most).map(({ weight: _weight, ...duplicate }) => duplicate);
}

function reasons(person: RegisterPatientInput, other: DuplicateCandidate): DuplicateReason[] {
  const equal = (a: string | undefined, b: string | undefined) => a !== undefined && a !== '' && a === b;
  const [mine, theirs] = [nameKey(person.fullName), nameKey(other.fullName)];
  const bornOn = person.bornOn !== '' && other.bornOn !== '' && mayBeSameDay(person.bornOn, other.bornOn);
  const birthYear = person.bornOn !== '' && person.bornOn.slice(0, 4) === other.bornOn.slice(0, 4);
  const because: [DuplicateReason, boolean][] = [
    ['nationalId', equal(person.nationalId, other.nationalId)], ['insuranceNumber', equal(person.insuranceNumber, other.insuranceNumber)],
    ['name', equal(mine, theirs)], ['nearlyName', mine !== theirs && isNearly(mine, theirs)], ['bornOn', bornOn], ['birthYear', !bornOn && birthYear],
    ['village', equal(foldForSearch(person.village ?? ''), foldForSearch(other.village ?? ''))], ['phone', equal(person.phone, other.phone)],
  ];
  return because.filter(([, holds]) => holds).map(([reason]) => reason);
}

function certaintyOf(person: RegisterPatientInput, other: DuplicateCandidate, because: ReadonlySet<DuplicateReason>): Duplicate['certainty'] | undefined {
  const has = (...all: DuplicateReason[]) => all.every((reason) => because.has(reason));
  const sexFits = person.sex === other.sex || person.sex === 'undetermined' || other.sex === 'undetermined';
  if (has('nationalId')) return 'same';
  if (person.nationalId !== undefined && other.nationalId !== undefined) return has('insuranceNumber') ? 'possible' : undefined;
  if (has('insuranceNumber')) return has('name') || has('bornOn') ? 'same' : 'likely';
  if (!sexFits) return undefined;
  const sameHome = has('village') || has('phone');
  const toTheDay = has('bornOn') && person.bornOn.length === 10 && other.bornOn.length === 10;
  if (has('name') && (toTheDay || (sameHome && (has('bornOn') || has('birthYear'))))) return 'likely';
  if (has('name') && (has('bornOn') || has('birthYear') || has('phone'))) return 'possible';
  return has('nearlyName') && toTheDay && sameHome ? 'possible' : undefined;
}

/** Family and given name are the same, what stands between differs or was left out: Nguyễn Hoà, Nguyễn Thị Hoà. */
function isNearly(a: string, b: string): boolean {
  const [first, second] = [a.split(' '), b.split(' ')];
  return first.length > 1 && second.length > 1 && first[0] === second[0] && first.at(-1) === second.at(-1) && (first.length === 2 || second.length === 2);
}

function mayBeSameDay(a: string, b: string): boolean {
  const [first, second] = [dateBounds(a), dateBounds(b)];
  return first.earliest <= second.latest && second.earliest <= first.latest;
}
