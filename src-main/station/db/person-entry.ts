import { foldForSearch, foldYToI } from '../../../src-shared/domain/common/fold-for-search.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';

/** What the list and the search need of a person. */
export interface PersonEntry {
  patient: Pick<Patient, '_id' | 'fullName' | 'sex' | 'bornOn' | 'village' | 'phone' | 'householdHead' | 'nationalId' | 'insuranceNumber' | 'insuranceValidTo' | 'createdAt' | 'updatedAt'> & { /** The record that stands for this person, where this one was marked as a second one. */ sameAs?: string; /** Struck out: stands for nobody. */ voided?: true };
  hasAllergies: boolean;
  /** The name without marks, y as i: the domain's `nameKey`. */
  nameKey: string;
  /** What a search finds by its beginning: words of the name, of the village, the birth year. */
  words: readonly string[];
  /** Words of the name with their marks, lower case; without those that have none. */
  markedWords: readonly string[];
  /** Given name first, then the whole name: how people are ordered in Vietnam. */
  order: string;
}

/** Whatever came over the wire must not stop the station: what is no text counts as empty. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNone = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function personEntry(p: Patient): PersonEntry {
  const [fullName, bornOn, village] = [textOf(p.fullName), textOf(p.bornOn), textOf(p.village)];
  const folded = foldForSearch(fullName);
  const nameKey = foldYToI(folded);
  const given = nameKey.slice(nameKey.lastIndexOf(' ') + 1);
  return {
    patient: {
      _id: p._id, fullName, sex: p.sex, bornOn, village: textOrNone(p.village), phone: textOrNone(p.phone), householdHead: textOrNone(p.householdHead),
      nationalId: textOrNone(p.nationalId), insuranceNumber: textOrNone(p.insuranceNumber), insuranceValidTo: textOrNone(p.insuranceValidTo), createdAt: textOf(p.createdAt), updatedAt: textOf(p.updatedAt), ...(textOrNone(p.sameAs?.patientId) ? { sameAs: p.sameAs?.patientId } : {}), ...(p.voided ? { voided: true as const } : {}),
    },
    hasAllergies: Array.isArray(p.allergies) && p.allergies.length > 0, nameKey,
    words: [...new Set([...folded.split(' '), ...nameKey.split(' '), ...foldForSearch(village).split(' '), bornOn.slice(0, 4)])].filter(Boolean),
    markedWords: markedWordsOf(fullName),
    order: `${given} ${nameKey} ${bornOn}`,
  };
}

/** What is typed with marks, and what is written with marks, in the same form. */
export function markedWordsOf(text: string): string[] {
  return [...new Set(text.normalize('NFC').toLowerCase().split(/\s+/u).filter((word) => word !== '' && foldForSearch(word) !== word))];
}
