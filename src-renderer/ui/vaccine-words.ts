import type { TFunction } from 'i18next';
import { vaccineCodes } from '../../src-shared/domain/immunization/vaccines.ts';

/** A vaccine as a nurse calls it; one of a newer version is said to be another. */
export function vaccineName(code: string, t: TFunction): string {
  const known = vaccineCodes.find((one) => one === code);
  return known === undefined ? t('immunizations.otherVaccine') : t(`immunizations.vaccines.${known}`);
}

/** `5 trong 1 mũi 2`. */
export const doseName = ({ vaccine, doseNumber }: { vaccine: string; doseNumber: number }, t: TFunction): string => t('immunizations.dose', { vaccine: vaccineName(vaccine, t), number: doseNumber });
