import { isOfVersion, reportLineIds, type ReportLineId, type ReportNumber } from './report-lines.ts';

/** A line that is another now; a side is left out where it had no such number. */
export interface NumberDifference { id: ReportLineId; before?: ReportNumber; now?: ReportNumber }

/** Lines whose number, or what it is of, became another; in the order of the list. */
export function compareNumbers(before: readonly ReportNumber[], now: readonly ReportNumber[]): NumberDifference[] {
  const [then, after] = [new Map(before.map((number) => [number.id, number])), new Map(now.map((number) => [number.id, number]))];
  return reportLineIds.flatMap((id): NumberDifference[] => {
    const [old, one] = [then.get(id), after.get(id)];
    return old?.value === one?.value && old?.of === one?.of ? [] : [{ id, ...(old ? { before: old } : {}), ...(one ? { now: one } : {}) }];
  });
}

/** Lines of a locked version that would be others now; of a line its list did not have yet nothing was locked. [REP11] [REP23] */
export const changedSinceLock = ({ lines, formVersion }: { lines: readonly ReportNumber[]; formVersion: number }, now: readonly ReportNumber[]): NumberDifference[] => compareNumbers(lines, now).filter(({ id }) => isOfVersion(id, formVersion));
