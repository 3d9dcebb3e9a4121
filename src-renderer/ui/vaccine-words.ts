import type { TFunction } from 'i18next';
import { isOnlyDose } from '../../src-shared/domain/immunization/is-only-dose.ts';
import { vaccineCodes } from '../../src-shared/domain/immunization/vaccines.ts';

/** A vaccine as a nurse calls it; one of a newer version is said to be another. */
export function vaccineName(code: string, t: TFunction): string {
  const known = vaccineCodes.find((one) => one === code);
  return known === undefined ? t('immunizations.otherVaccine') : t(`immunizations.vaccines.${known}`);
}

/** `5 trong 1 mũi 2`; of what is given once the name alone. */
export const doseName = (dose: { vaccine: string; doseNumber: number }, t: TFunction): string => (isOnlyDose(dose) ? vaccineName(dose.vaccine, t) : t('immunizations.dose', { vaccine: vaccineName(dose.vaccine, t), number: dose.doseNumber }));
