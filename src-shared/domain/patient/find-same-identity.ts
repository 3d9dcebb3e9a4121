import { foldForSearch, foldYToI } from '../common/fold-for-search.ts';
import { dateBounds } from '../common/partial-date.ts';
import { normalizePatient } from './normalize-patient.ts';
import type { Patient, RegisterPatientInput, UpdatePatientInput } from './patient.schema.ts';

/** As much of another person as is needed to see whether it is the same one. */
export type Identity = Pick<Patient, '_id' | 'fullName' | 'sex' | 'bornOn' | 'nationalId' | 'insuranceNumber'>;

/** Who among the others shares what with this person; ids only. */
export interface SameIdentity {
  /** Same citizen number: the same person. */
  nationalIdOf?: string;
  /** Same insurance number. */
  insuranceNumberOf?: string;
  /** Same name without marks, same sex or one not known, birth dates that may be the same day. */
  alike: string[];
}

/** `others`: at least everybody with the same numbers or the same folded name; the person itself is passed over. */
export function findSameIdentity(input: RegisterPatientInput | UpdatePatientInput, others: Iterable<Identity>): SameIdentity {
  const person = normalizePatient(input);
  const name = nameKey(person.fullName);
  const same: SameIdentity = { alike: [] };
  for (const other of others) {
    if (other._id === person.id) continue;
    if (person.nationalId !== undefined && other.nationalId === person.nationalId) same.nationalIdOf ??= other._id;
    if (person.insuranceNumber !== undefined && other.insuranceNumber === person.insuranceNumber) same.insuranceNumberOf ??= other._id;
    const differentPapers = person.nationalId !== undefined && other.nationalId !== undefined && other.nationalId !== person.nationalId;
    const sexFits = other.sex === person.sex || other.sex === 'undetermined' || person.sex === 'undetermined';
    if (!differentPapers && sexFits && nameKey(other.fullName) === name && mayBeSameDay(other.bornOn, person.bornOn)) same.alike.push(other._id);
  }
  return same;
}

/** Key under which two spellings of one name meet. */
export function nameKey(fullName: string): string {
  return foldYToI(foldForSearch(fullName));
}

function mayBeSameDay(a: string, b: string): boolean {
  const [first, second] = [dateBounds(a), dateBounds(b)];
  return first.earliest <= second.latest && second.earliest <= first.latest;
}
