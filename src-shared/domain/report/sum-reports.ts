import { reportLineIds, type ReportLineId, type ReportNumber } from './report-lines.ts';

/** `stations`: how many of them have the line; `of` is the sum of those that say it, of `ofStations` of them. */
export interface ReportSum { id: ReportLineId; value: number; stations: number; of?: number; ofStations: number }

/** Sums over the reports of several stations, in the order of the list; a line nobody has is left out. A share's parts are summed where both are known, so that it stays one. */
export function sumReports(reports: readonly (readonly ReportNumber[])[]): ReportSum[] {
  const sums = new Map<ReportLineId, { value: number; stations: number; of: number; ofStations: number }>();
  for (const numbers of reports) {
    for (const { id, value, of } of numbers) {
      const sum = sums.get(id) ?? { value: 0, stations: 0, of: 0, ofStations: 0 };
      sums.set(id, { value: sum.value + value, stations: sum.stations + 1, of: sum.of + (of ?? 0), ofStations: sum.ofStations + (of === undefined ? 0 : 1) });
    }
  }
  return reportLineIds.flatMap((id): ReportSum[] => {
    const sum = sums.get(id);
    // With one that does not say it the share would be of others than it counts.
    return sum ? [{ id, value: sum.value, stations: sum.stations, ofStations: sum.ofStations, ...(sum.ofStations === sum.stations && sum.stations > 0 ? { of: sum.of } : {}) }] : [];
  });
}
