import { daysBetween } from '../common/partial-date.ts';
import type { DiseaseCase } from './join-cases.ts';
import { diseaseOf, type DiseaseId } from './notifiable-diseases.ts';

/** Two cases in one village within two weeks are worth a look: both chosen here, before any criterion of an outbreak of one disease. */
export const OUTBREAK_CASES = 2;
export const OUTBREAK_DAYS = 14;

export interface PossibleOutbreak<C extends DiseaseCase> { diseaseId: DiseaseId; village: string; from: string; until: string; cases: C[] }

/** Cases of one disease told of one by one, in one village, each within 14 days of the one before; the newest first. Who has no village is in none. [DIS12] */
export function findOutbreaks<C extends DiseaseCase & { village?: string | undefined }>(cases: readonly C[]): PossibleOutbreak<C>[] {
  const placed = cases.filter(({ village, diseaseId }) => village !== undefined && diseaseOf(diseaseId).hours !== undefined);
  const groups = Map.groupBy(placed, ({ village = '', diseaseId }) => `${diseaseId} ${village}`);
  const found = [...groups.values()].flatMap((all) => {
    const clusters: C[][] = [];
    for (const one of [...all].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
      const before = clusters.at(-1)?.at(-1);
      if (before && daysBetween(before.on, one.on) <= OUTBREAK_DAYS) clusters.at(-1)!.push(one); else clusters.push([one]);
    }
    return clusters.filter(({ length }) => length >= OUTBREAK_CASES).map((some): PossibleOutbreak<C> => ({ diseaseId: some[0]!.diseaseId, village: some[0]!.village!, from: some[0]!.on, until: some.at(-1)!.on, cases: some }));
  });
  return found.sort((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : 0));
}
