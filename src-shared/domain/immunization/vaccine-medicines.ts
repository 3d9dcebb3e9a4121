import { foldForSearch } from '../common/fold-for-search.ts';
import type { Medicine } from '../supply/supply.schema.ts';
import { vaccines, type VaccineCode } from './vaccines.ts';

type Named = Pick<Medicine, 'code' | 'inn' | 'atc'>;

/** A medicine of the store room is this vaccine: by its ATC code, else by the list's own code or name. */
export function isMedicineOfVaccine({ code, inn, atc }: Named, vaccine: VaccineCode): boolean {
  const found = vaccines.find((one) => one.code === vaccine);
  if (!found) return false;
  return atc === found.atc || code.toLowerCase() === vaccine.toLowerCase() || foldForSearch(inn) === foldForSearch(found.name);
}

/** One of the vaccines that are written on cards here. */
export const hasCard = (medicine: Named): boolean => vaccines.some(({ code }) => isMedicineOfVaccine(medicine, code));

/** Some vaccine: of ATC group J07, or called one. */
export function isVaccine(medicine: Named): boolean {
  return medicine.atc?.startsWith('J07') === true || /\bvac ?(xin|cin|xin|cine)/.test(foldForSearch(medicine.inn)) || hasCard(medicine);
}

/** Where the store room counts vials a dose does not say how much is left of one. */
export const isCountedInDoses = ({ baseUnit }: Pick<Medicine, 'baseUnit'>): boolean => foldForSearch(baseUnit) === 'lieu';
