import { foldForSearch } from '../common/fold-for-search.ts';
import type { Patient } from '../patient/patient.schema.ts';
import type { Medicine } from './supply.schema.ts';

/** Shorter words (`acid`, `muối`) would match too much. */
const SHORTEST_TELLING_WORD = 5;

/**
 * Whether a recorded allergy names a substance of this medicine, by name only: a reminder to look, not a check of drug
 * families. Doubled letters count once, since amoxicillin is also written amoxicilin.
 */
export function isAllergicTo(allergy: NonNullable<Patient['allergies']>[number], medicine: Pick<Medicine, 'inn'>): boolean {
  const substance = words(allergy.substance);
  return words(medicine.inn).some((word) => substance.includes(word));
}

function words(text: string): string[] {
  return foldForSearch(text).replace(/(.)\1/g, '$1').split(' ').filter((word) => word.length >= SHORTEST_TELLING_WORD);
}
