import { vaccines } from '../../../src-shared/domain/immunization/vaccines.ts';
import type { Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';

/** Forms are Vietnamese; a vaccine of a newer version is said to be another one. */
export const vaccineWords = (code: string): string => vaccines.find((one) => one.code === code)?.name ?? 'Vắc xin khác';
export const doseWords = ({ vaccine, doseNumber }: { vaccine: string; doseNumber: number }): string => `${vaccineWords(vaccine)} mũi ${doseNumber}`;
export const programmeWords: Readonly<Record<NonNullable<Immunization['programme']>, string>> = { expanded: 'TCMR', service: 'dịch vụ', campaign: 'chiến dịch' };
export const notDoneWords: Readonly<Record<NonNullable<Immunization['notDoneReason']>, string>> = { outOfStock: 'hết vắc xin', ill: 'đang ốm, tạm hoãn', contraindicated: 'chống chỉ định', familyRefused: 'gia đình từ chối', absent: 'không đến', other: 'lý do khác' };

/** `24` → `24 tháng`, as on the printed schedule. */
export const scheduledAgeWords = (months: number): string => (months === 0 ? 'Sơ sinh' : months < 72 ? `${months} tháng` : `${months / 12} tuổi`);
