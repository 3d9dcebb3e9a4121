/** A vaccine of the list. `name` as it stands in Vietnamese on forms and papers. */
export interface Vaccine { readonly code: VaccineCode; readonly name: string; /** Of the store room's medicines that are this vaccine. */ readonly atc: string; readonly route: VaccineRoute; readonly site?: VaccineSite; readonly doseMl?: number; /** May be recorded, is not in the schedule. */ readonly unscheduled?: true }

export const vaccineRoutes = ['intramuscular', 'subcutaneous', 'intradermal', 'oral'] as const;
export type VaccineRoute = (typeof vaccineRoutes)[number];
export const vaccineSites = ['leftThigh', 'rightThigh', 'leftArm', 'rightArm', 'mouth'] as const;
export type VaccineSite = (typeof vaccineSites)[number];
export const vaccineCodes = ['HEPB0', 'BCG', 'DPT-VGB-Hib', 'bOPV', 'IPV', 'ROTA', 'MVVAC', 'MR', 'JE', 'DPT', 'Td', 'TT', 'PCV', 'HPV'] as const;
export type VaccineCode = (typeof vaccineCodes)[number];

const vaccine = (code: VaccineCode, name: string, atc: string, route: VaccineRoute, more: Pick<Vaccine, 'site' | 'doseMl' | 'unscheduled'> = {}): Vaccine => ({ code, name, atc, route, ...more });

/**
 * The vaccines a station gives or finds in a paper book. Which diseases: TT 10/2024/TT-BYT, VERIFIED for hepatitis B, BCG and diphtheria, FROM KNOWLEDGE for the
 * others; names, routes, sites, amounts and ATC codes FROM KNOWLEDGE (immunization_schedule.json). Pneumococcus and HPV were proposed for the programme (VERIFIED);
 * whether they were taken into it is not known, so they are in no schedule.
 */
export const vaccines: readonly Vaccine[] = [
  vaccine('HEPB0', 'Viêm gan B sơ sinh', 'J07BC01', 'intramuscular', { site: 'rightThigh', doseMl: 0.5 }),
  vaccine('BCG', 'Lao (BCG)', 'J07AN01', 'intradermal', { site: 'leftArm', doseMl: 0.1 }),
  vaccine('DPT-VGB-Hib', '5 trong 1 (DPT-VGB-Hib)', 'J07CA11', 'intramuscular', { doseMl: 0.5 }),
  vaccine('bOPV', 'Bại liệt uống (bOPV)', 'J07BF04', 'oral', { site: 'mouth' }),
  vaccine('IPV', 'Bại liệt tiêm (IPV)', 'J07BF03', 'intramuscular', { doseMl: 0.5 }),
  vaccine('ROTA', 'Rota vi rút', 'J07BH01', 'oral', { site: 'mouth', doseMl: 2 }),
  vaccine('MVVAC', 'Sởi đơn', 'J07BD01', 'subcutaneous', { doseMl: 0.5 }),
  vaccine('MR', 'Sởi - Rubella', 'J07BD53', 'subcutaneous', { doseMl: 0.5 }),
  vaccine('JE', 'Viêm não Nhật Bản (Jevax)', 'J07BA02', 'subcutaneous'),
  vaccine('DPT', 'Bạch hầu - Ho gà - Uốn ván (DPT4)', 'J07AJ51', 'intramuscular', { doseMl: 0.5 }),
  vaccine('Td', 'Uốn ván - Bạch hầu giảm liều (Td)', 'J07AM51', 'intramuscular', { doseMl: 0.5 }),
  vaccine('TT', 'Uốn ván hấp phụ', 'J07AM01', 'intramuscular', { doseMl: 0.5, unscheduled: true }),
  vaccine('PCV', 'Phế cầu', 'J07AL02', 'intramuscular', { doseMl: 0.5, unscheduled: true }),
  vaccine('HPV', 'HPV', 'J07BM01', 'intramuscular', { doseMl: 0.5, unscheduled: true }),
];
