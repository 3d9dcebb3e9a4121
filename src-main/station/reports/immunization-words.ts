import { isOnlyDose } from '../../../src-shared/domain/immunization/is-only-dose.ts';
import { vaccines } from '../../../src-shared/domain/immunization/vaccines.ts';
import type { Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';

/** Forms are Vietnamese; a vaccine of a newer version is said to be another one. */
export const vaccineWords = (code: string): string => vaccines.find((one) => one.code === code)?.name ?? 'Vắc xin khác';
/** Where there is little room: without what stands in brackets, and without the number of what is given once. */
export function doseWords(dose: { vaccine: string; doseNumber: number }): string {
  const name = vaccineWords(dose.vaccine).replace(/ \([^)]*\)$/, '');
  return isOnlyDose(dose) ? name : `${name} mũi ${dose.doseNumber}`;
}
export const programmeWords: Readonly<Record<NonNullable<Immunization['programme']>, string>> = { expanded: 'TCMR', service: 'dịch vụ', campaign: 'chiến dịch' };

/** `24` → `24 tháng`, as on the printed schedule. */
export const scheduledAgeWords = (months: number): string => (months === 0 ? 'Sơ sinh' : months < 72 ? `${months} tháng` : `${months / 12} tuổi`);
