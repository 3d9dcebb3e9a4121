import { daysBetween } from '../common/partial-date.ts';
import { todayInUnitZone } from '../common/today-in-unit-zone.ts';
import type { CaseReport } from './case-report.schema.ts';
import { diseaseOf, mayBeSame, type DiseaseId } from './notifiable-diseases.ts';
import { SAME_CASE_DAYS } from './validate-case-report.ts';

/** A visit in force with a disease of the list. `personId`: of the record that stands for the person. */
export interface SeenDisease { encounterId: string; personId: string; diseaseId: DiseaseId; /** Day of the visit. */ on: string; detectedAt: string }
export interface ReportedDisease { personId: string; report: CaseReport }
/** One person ill with one disease once. `seenOn`: the day of its first visit, without one the day the station heard of it; `lastOn`: of the newest of them. `on`: the day it began, as well as it is known. */
export interface DiseaseCase { personId: string; diseaseId: DiseaseId; on: string; seenOn: string; lastOn: string; detectedAt: string; encounterIds: string[]; report?: CaseReport; died: boolean }

/**
 * Visits and reports that count of people, joined into cases: what is of one person and disease within 30 days of the one before is one. A report taken back is no case, and the visit it was of neither. [DIS4]
 */
export function joinCases(seen: readonly SeenDisease[], reported: readonly ReportedDisease[]): DiseaseCase[] {
  const ruledOut = new Set(reported.flatMap(({ report }) => (report.withdrawn && report.encounterId !== undefined ? [report.encounterId] : [])));
  const found: DiseaseCase[] = [];
  const parts = [
    ...seen.filter(({ encounterId }) => !ruledOut.has(encounterId)).map((one) => ({ ...one, report: undefined })),
    ...reported.filter(({ report }) => !report.withdrawn).map(({ personId, report }) => ({ personId, report, encounterId: report.encounterId, diseaseId: report.diseaseId, detectedAt: report.detectedAt, on: report.visitOn ?? todayInUnitZone(Date.parse(report.detectedAt)) })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.detectedAt < b.detectedAt ? -1 : a.detectedAt > b.detectedAt ? 1 : 0));
  const byPerson = new Map<string, DiseaseCase[]>();
  for (const { personId, diseaseId, on, detectedAt, encounterId, report } of parts) {
    const theirs = byPerson.get(personId) ?? [];
    let one = theirs.find((known) => mayBeSame(known.diseaseId, diseaseId) && ((encounterId !== undefined && known.encounterIds.includes(encounterId)) || daysBetween(known.lastOn, on) <= SAME_CASE_DAYS));
    if (!one) {
      one = { personId, diseaseId, on, seenOn: on, lastOn: on, detectedAt, encounterIds: [], died: false };
      found.push(one);
      byPerson.set(personId, [...theirs, one]);
    }
    if (encounterId !== undefined && !one.encounterIds.includes(encounterId)) one.encounterIds.push(encounterId);
    if (on > one.lastOn) one.lastOn = on;
    if (detectedAt < one.detectedAt) one.detectedAt = detectedAt;
    // The reporter says nearer which disease it is, and when it began.
    if (report) Object.assign(one, { report, diseaseId, died: report.outcome === 'died', on: report.onsetOn ?? one.on });
  }
  return found;
}

/** Cases to be told of one by one that nobody reported. [DIS4] */
export const unreported = (cases: readonly DiseaseCase[]): DiseaseCase[] => cases.filter(({ diseaseId, report }) => report === undefined && diseaseOf(diseaseId).hours !== undefined);
