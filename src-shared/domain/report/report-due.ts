import { addMonths } from '../common/partial-date.ts';

/** By the 5th of the next month (reports.json `period_rule`, FROM KNOWLEDGE). */
const DUE_DAY = '05';

/** The last day a month's report is in time. */
export const reportDueOn = (period: string): string => `${addMonths(`${period}-01`, 1).slice(0, 7)}-${DUE_DAY}`;
/** The month before the one a day lies in. */
export const monthBefore = (day: string): string => addMonths(`${day.slice(0, 7)}-01`, -1).slice(0, 7);
