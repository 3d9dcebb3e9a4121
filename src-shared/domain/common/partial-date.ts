export type DatePrecision = 'day' | 'month' | 'year';

/** How well a `YYYY-MM-DD`, `YYYY-MM` or `YYYY` is known. */
export function datePrecision(date: string): DatePrecision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/** Last day of a month given as `YYYY-MM`. */
export function lastDayOfMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** First and last day a partial date may mean. */
export function dateBounds(date: string): { earliest: string; latest: string } {
  switch (datePrecision(date)) {
    case 'year': return { earliest: `${date}-01-01`, latest: `${date}-12-31` };
    case 'month': return { earliest: `${date}-01`, latest: lastDayOfMonth(date) };
    default: return { earliest: date, latest: date };
  }
}

/** Whole days from one day to a later one; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The same day `months` later, or the last day of that month where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last.getUTCDate()))).toISOString().slice(0, 10);
}

/** The day `days` after `date`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
