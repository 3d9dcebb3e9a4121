/** A vaccine of the list. `name` as it stands in Vietnamese on forms and papers. */
export interface Vaccine { readonly code: VaccineCode; readonly name: string; /** Of the store room's medicines that are this vaccine. */ readonly atc: string; readonly route: VaccineRoute; readonly site?: VaccineSite; readonly doseMl?: number; /** May be recorded, is not in the schedule. */ readonly unscheduled?: true }

export const vaccineRoutes = ['intramuscular', 'subcutaneous', 'intradermal', 'oral'] as const;
export type VaccineRoute = (typeof vaccineRoutes)[number];
export const vaccineSites = ['leftThigh', 'rightThigh', 'leftArm', 'rightArm', 'mouth'] as const;
export type VaccineSite = (typeof vaccineSites)[number];
export const vaccineCodes = ['HEPB0', 'BCG', 'DPT-VGB-Hib', 'bOPV', 'IPV', 'ROTA', 'MVVAC', 'MR', 'JE', 'DPT', 'Td', 'TT', 'PCV', 'HPV'] as const;
export type VaccineCode = (typeof vaccineCodes)[number];

/**
 * The vaccines a station gives or finds in a paper book. Which diseases: TT 10/2024/TT-BYT, VERIFIED for hepatitis B, BCG and diphtheria, FROM KNOWLEDGE for the
 * others; names, routes, sites, amounts and ATC codes FROM KNOWLEDGE (immunization_schedule.json). Pneumococcus and HPV were proposed for the programme (VERIFIED);
 * whether they were taken into it is not known, so they are in no schedule.
 */
export const vaccines: readonly Vaccine[] = [
  { code: 'HEPB0', name: 'Viêm gan B sơ sinh', atc: 'J07BC01', route: 'intramuscular', site: 'rightThigh', doseMl: 0.5 },
  { code: 'BCG', name: 'Lao (BCG)', atc: 'J07AN01', route: 'intradermal', site: 'leftArm', doseMl: 0.1 },
  { code: 'DPT-VGB-Hib', name: '5 trong 1 (DPT-VGB-Hib)', atc: 'J07CA11', route: 'intramuscular', doseMl: 0.5 },
  { code: 'bOPV', name: 'Bại liệt uống (bOPV)', atc: 'J07BF04', route: 'oral', site: 'mouth' },
  { code: 'IPV', name: 'Bại liệt tiêm (IPV)', atc: 'J07BF03', route: 'intramuscular', doseMl: 0.5 },
  { code: 'ROTA', name: 'Rota vi rút', atc: 'J07BH01', route: 'oral', site: 'mouth', doseMl: 2 },
  { code: 'MVVAC', name: 'Sởi đơn', atc: 'J07BD01', route: 'subcutaneous', doseMl: 0.5 },
  { code: 'MR', name: 'Sởi - Rubella', atc: 'J07BD53', route: 'subcutaneous', doseMl: 0.5 },
  { code: 'JE', name: 'Viêm não Nhật Bản (Jevax)', atc: 'J07BA02', route: 'subcutaneous' },
  { code: 'DPT', name: 'Bạch hầu - Ho gà - Uốn ván (DPT4)', atc: 'J07AJ51', route: 'intramuscular', doseMl: 0.5 },
  { code: 'Td', name: 'Uốn ván - Bạch hầu giảm liều (Td)', atc: 'J07AM51', route: 'intramuscular', doseMl: 0.5 },
  { code: 'TT', name: 'Uốn ván hấp phụ', atc: 'J07AM01', route: 'intramuscular', doseMl: 0.5, unscheduled: true },
  { code: 'PCV', name: 'Phế cầu', atc: 'J07AL02', route: 'intramuscular', doseMl: 0.5, unscheduled: true },
  { code: 'HPV', name: 'HPV', atc: 'J07BM01', route: 'intramuscular', doseMl: 0.5, unscheduled: true },
];
