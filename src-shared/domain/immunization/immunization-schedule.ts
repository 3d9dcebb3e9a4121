import type { VaccineCode } from './vaccines.ts';

/** One dose of one vaccine. */
export interface DoseKey { readonly vaccine: VaccineCode; readonly doseNumber: number }
/** A dose every child gets. It is due so long after birth, not before `minAgeDays`, and not before `minIntervalDays` after `after`. */
export interface ScheduledDose extends DoseKey {
  readonly dueMonths: number; readonly dueDays?: number; readonly minAgeDays?: number;
  /** The dose that must have been given before. */ readonly after?: DoseKey; readonly minIntervalDays?: number;
  /** Not given to children older than this. */ readonly latestAgeDays?: number;
}

/** A dose not given so long after it was due is late. FROM KNOWLEDGE (immunization_schedule.json `reminders`). */
export const LATE_AFTER_DAYS = 28;
/** The last dose of the schedule is due at seven; children are followed until eight. Chosen here. */
export const FOLLOWED_YEARS = 8;
/** "One month" between doses is at least 28 days. FROM KNOWLEDGE of TT 10/2024/TT-BYT's footnote. */
const MONTH_APART_DAYS = 28;

const dose = (vaccine: VaccineCode, doseNumber: number, dueMonths: number, more: Omit<ScheduledDose, 'vaccine' | 'doseNumber' | 'dueMonths'> = {}): ScheduledDose => ({ vaccine, doseNumber, dueMonths, ...more });
const previous = (vaccine: VaccineCode, doseNumber: number, minIntervalDays = MONTH_APART_DAYS) => ({ after: { vaccine, doseNumber }, minIntervalDays });

/** Expanded immunization of children, in the order of its days (immunization_schedule.json, from TT 10/2024/TT-BYT art. 1; the mark of each line beside it). */
export const immunizationSchedule: readonly ScheduledDose[] = [
  dose('HEPB0', 1, 0, { latestAgeDays: 7 }), // VERIFIED; the limit of 7 days FROM KNOWLEDGE
  dose('BCG', 1, 0, { latestAgeDays: 365 }), // VERIFIED; up to 12 months FROM KNOWLEDGE
  dose('DPT-VGB-Hib', 1, 2, { minAgeDays: 60 }), // VERIFIED
  dose('bOPV', 1, 2, { minAgeDays: 60 }), // FROM KNOWLEDGE
  // FROM KNOWLEDGE: from 6 weeks, done before 6 months; the limit of the first follows from that of the second.
  dose('ROTA', 1, 2, { minAgeDays: 42, latestAgeDays: 183 - MONTH_APART_DAYS }),
  dose('DPT-VGB-Hib', 2, 3, previous('DPT-VGB-Hib', 1)), // VERIFIED
  dose('bOPV', 2, 3, previous('bOPV', 1)), // FROM KNOWLEDGE
  dose('ROTA', 2, 3, { ...previous('ROTA', 1), latestAgeDays: 183 }), // FROM KNOWLEDGE
  dose('DPT-VGB-Hib', 3, 4, previous('DPT-VGB-Hib', 2)), // VERIFIED
  dose('bOPV', 3, 4, previous('bOPV', 2)), // FROM KNOWLEDGE
  dose('IPV', 1, 5, { minAgeDays: 150 }), // FROM KNOWLEDGE
  dose('IPV', 2, 9, previous('IPV', 1, 120)), // FROM KNOWLEDGE
  dose('MVVAC', 1, 9, { minAgeDays: 270 }), // FROM KNOWLEDGE
  dose('JE', 1, 12, { minAgeDays: 365 }), // FROM KNOWLEDGE
  dose('JE', 2, 12, { dueDays: 7, ...previous('JE', 1, 7) }), // FROM KNOWLEDGE
  dose('DPT', 4, 18, { minAgeDays: 540, ...previous('DPT-VGB-Hib', 3, 180) }), // VERIFIED; days FROM KNOWLEDGE
  dose('MR', 1, 18, { minAgeDays: 540 }), // FROM KNOWLEDGE
  dose('JE', 3, 24, previous('JE', 2, 365)), // FROM KNOWLEDGE
  dose('Td', 1, 84, { minAgeDays: 2555 }), // VERIFIED
];

export const doseKey = ({ vaccine, doseNumber }: DoseKey): string => `${vaccine} ${doseNumber}`;
/** What `doseKey` made. */
export const parseDoseKey = (key: string): DoseKey => ({ vaccine: key.slice(0, key.lastIndexOf(' ')) as VaccineCode, doseNumber: Number(key.slice(key.lastIndexOf(' ') + 1)) });
