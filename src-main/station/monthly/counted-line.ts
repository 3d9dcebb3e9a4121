import type { ReportLineId, ReportNumber } from '../../../src-shared/domain/report/report-lines.ts';

/** What one number counts. `number`: of the record in its table (`encounters`, `immunizations`). `times`: more than once. */
export interface Member { patientId?: string; medicineId?: string; equipmentId?: string; number?: number; on?: string; times?: number }
/** A line as it was counted. `rest`: of a share, those not counted. `of`: typed, of the population. `typed`: the number itself, where nobody counts it. */
export interface CountedLine { id: ReportLineId; members: readonly Member[]; rest?: readonly Member[]; of?: number | undefined; typed?: number }

/** The span of a month that is counted. */
export interface MonthSpan { month: string; from: string; /** The last day, or today while it runs. */ on: string }

const sum = (members: readonly Member[]): number => members.reduce((all, { times = 1 }) => all + times, 0);

/** A number is the number of what its list shows. [REP2] */
export function numberOf({ id, members, rest, of, typed }: CountedLine): ReportNumber {
  const value = typed ?? sum(members);
  const below = rest ? value + sum(rest) : of;
  return { id, value, ...(below === undefined ? {} : { of: below }) };
}
