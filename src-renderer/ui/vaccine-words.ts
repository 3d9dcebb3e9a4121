import type { TFunction } from 'i18next';
import { immunizationSchedule } from '../../src-shared/domain/immunization/immunization-schedule.ts';
import { vaccineCodes } from '../../src-shared/domain/immunization/vaccines.ts';

interface Dose { vaccine: string; doseNumber: number }

/** A vaccine as a nurse calls it; one of a newer version is said to be another. */
export function vaccineName(code: string, t: TFunction): string {
  const known = vaccineCodes.find((one) => one === code);
  return known === undefined ? t('immunizations.otherVaccine') : t(`immunizations.vaccines.${known}`);
}

/** Everybody gets it once: its number says nothing. */
export const isOnlyDose = ({ vaccine, doseNumber }: Dose): boolean => doseNumber === 1 && immunizationSchedule.filter((one) => one.vaccine === vaccine).length === 1;

/** `5 trong 1 mũi 2`; of what is given once the name alone. */
export const doseName = (dose: Dose, t: TFunction): string => (isOnlyDose(dose) ? vaccineName(dose.vaccine, t) : t('immunizations.dose', { vaccine: vaccineName(dose.vaccine, t), number: dose.doseNumber }));
