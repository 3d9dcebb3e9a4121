import { diseaseOf, type DiseaseId } from './notifiable-diseases.ts';

const HOUR_MS = 3_600_000;

/** Until when a case is to be reported; none of a disease told of in numbers. [DIS3] */
export function caseDeadline(disease: DiseaseId, detectedAt: string): string | undefined {
  const { hours } = diseaseOf(disease);
  return hours === undefined ? undefined : new Date(Date.parse(detectedAt) + hours * HOUR_MS).toISOString();
}

/** Whole hours until the deadline, after it negative: with ten minutes gone -1, with ten left 0. */
export const hoursLeft = (deadlineAt: string, now: string): number => Math.floor((Date.parse(deadlineAt) - Date.parse(now)) / HOUR_MS);
