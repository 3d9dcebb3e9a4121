import { addDays, daysBetween } from '../common/partial-date.ts';
import type { DiseaseCase } from './join-cases.ts';
import { diseaseIds, diseaseOf, type DiseaseId } from './notifiable-diseases.ts';

export interface DiseaseCount { diseaseId: DiseaseId; cases: number; deaths: number }

/** A Monday. */
const SOME_MONDAY = '2024-01-01';
/** The week of a day begins on its Monday (TT 54/2015, FROM KNOWLEDGE). [DIS11] */
export const weekOf = (day: string): string => addDays(day, -(((daysBetween(SOME_MONDAY, day) % 7) + 7) % 7));

/** By disease, in the order of the list, those with any; by the day a case was first seen. Deaths are those of reports: a visit does not tell of them. */
export function countCases(cases: readonly DiseaseCase[], { from, until }: { from: string; until: string }): DiseaseCount[] {
  const counted = new Map<DiseaseId, DiseaseCount>();
  for (const { diseaseId, seenOn, died } of cases) {
    if (seenOn < from || seenOn > until || diseaseOf(diseaseId).programme) continue;
    const count = counted.get(diseaseId) ?? { diseaseId, cases: 0, deaths: 0 };
    counted.set(diseaseId, { diseaseId, cases: count.cases + 1, deaths: count.deaths + (died ? 1 : 0) });
  }
  return diseaseIds.flatMap((id) => counted.get(id) ?? []);
}
