import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { nameKey } from '../../../src-shared/domain/patient/find-same-identity.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';

/** What the list and the search need of a person, kept small: tens of thousands lie in memory. */
export interface PersonEntry {
  patient: Pick<Patient, '_id' | 'fullName' | 'sex' | 'bornOn' | 'village' | 'phone' | 'householdHead' | 'nationalId' | 'insuranceNumber' | 'updatedAt'>;
  hasAllergies: boolean;
  /** Words that may be searched by their beginnings, each after a space: ` nguyen thi hoa thon 3 1985`. */
  words: string;
  /** The name with its marks, lower case, each word after a space. */
  exactName: string;
  /** Given name first, then the whole name: how people are ordered in Vietnam. */
  order: string;
}

export function personEntry(p: Patient): PersonEntry {
  const name = nameKey(p.fullName);
  const given = name.slice(name.lastIndexOf(' ') + 1);
  return {
    patient: {
      _id: p._id, fullName: p.fullName, sex: p.sex, bornOn: p.bornOn, village: p.village, phone: p.phone, householdHead: p.householdHead,
      nationalId: p.nationalId, insuranceNumber: p.insuranceNumber, updatedAt: p.updatedAt,
    },
    hasAllergies: p.allergies.length > 0,
    words: ` ${name} ${foldForSearch(p.fullName)} ${p.village ? foldForSearch(p.village) : ''} ${p.bornOn.slice(0, 4)}`,
    exactName: ` ${p.fullName.normalize('NFC').toLowerCase()}`,
    order: `${given} ${name} ${p.bornOn}`,
  };
}
