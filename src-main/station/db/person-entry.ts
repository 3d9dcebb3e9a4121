import { foldForSearch, foldYToI } from '../../../src-shared/domain/common/fold-for-search.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';

/** What the list and the search need of a person, kept small: tens of thousands lie in memory. */
export interface PersonEntry {
  patient: Pick<Patient, '_id' | 'fullName' | 'sex' | 'bornOn' | 'village' | 'phone' | 'householdHead' | 'nationalId' | 'insuranceNumber' | 'updatedAt'>;
  hasAllergies: boolean;
  /** The name without marks, y as i: the domain's `nameKey`. */
  nameKey: string;
  /** What a search finds by its beginning: words of the name, of the village, the birth year. */
  words: readonly string[];
  /** The name with its marks, lower case, each word after a space. */
  exactName: string;
  /** Given name first, then the whole name: how people are ordered in Vietnam. */
  order: string;
}

export function personEntry(p: Patient): PersonEntry {
  const folded = foldForSearch(p.fullName);
  const nameKey = foldYToI(folded);
  const given = nameKey.slice(nameKey.lastIndexOf(' ') + 1);
  return {
    patient: {
      _id: p._id, fullName: p.fullName, sex: p.sex, bornOn: p.bornOn, village: p.village, phone: p.phone, householdHead: p.householdHead,
      nationalId: p.nationalId, insuranceNumber: p.insuranceNumber, updatedAt: p.updatedAt,
    },
    hasAllergies: p.allergies.length > 0, nameKey,
    words: [...new Set([...folded.split(' '), ...nameKey.split(' '), ...(p.village ? foldForSearch(p.village).split(' ') : []), p.bornOn.slice(0, 4)])],
    exactName: ` ${p.fullName.normalize('NFC').toLowerCase()}`,
    order: `${given} ${nameKey} ${p.bornOn}`,
  };
}
