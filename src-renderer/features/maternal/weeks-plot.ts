/** One measurement by the age of the pregnancy, in weeks with their part. */
export interface WeekPoint { on: string; weeks: number; value: number; isGood: boolean }
/** Between which values something is expected at a week. */
export interface BandStep { weeks: number; low: number; high: number }
export interface WeeksFrame { width: number; height: number; left: number; right: number; top: number; bottom: number }
export interface WeeksDrawing { points: (WeekPoint & { x: number; y: number })[]; /** Corners of the expected band, in their order. */ band: string; rows: { value: number; y: number }[]; columns: { weeks: number; x: number }[] }

/** Weeks the picture always shows, so that two pregnancies are compared at a glance. */
const FROM_WEEKS = 12;
const TO_WEEKS = 40;
const COLUMN_WEEKS = 4;
const steps = [1, 2, 5, 10, 20];
const MOST_ROWS = 6;
const round = (value: number) => Math.round(value * 10) / 10;

/** Where everything is drawn: weeks from left to right, values between the round numbers around them and the band. */
export function drawWeeks(points: readonly WeekPoint[], band: readonly BandStep[], { width, height, left, right, top, bottom }: WeeksFrame): WeeksDrawing {
  const weeks = points.map((point) => point.weeks);
  const [from, to] = [Math.min(FROM_WEEKS, ...weeks.map(Math.floor)), Math.max(TO_WEEKS, ...weeks.map(Math.ceil))];
  const values = [...points.map(({ value }) => value), ...band.flatMap(({ low, high }) => [low, high])];
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const step = steps.find((one) => (highest - lowest) / one <= MOST_ROWS) ?? 50;
  const [least, most] = [Math.floor((lowest - step / 4) / step) * step, Math.ceil((highest + step / 4) / step) * step];
  const x = (at: number) => round(left + ((at - from) / (to - from)) * (width - left - right));
  const y = (value: number) => round(height - bottom - ((value - least) / (most - least || 1)) * (height - top - bottom));
  const firstColumn = Math.ceil(from / COLUMN_WEEKS) * COLUMN_WEEKS;
  return {
    points: points.map((point) => ({ ...point, x: x(point.weeks), y: y(point.value) })),
    band: [...band.map((one) => `${String(x(one.weeks))},${String(y(one.high))}`), ...[...band].reverse().map((one) => `${String(x(one.weeks))},${String(y(one.low))}`)].join(' '),
    rows: Array.from({ length: Math.round((most - least) / step) + 1 }, (_, index) => ({ value: least + index * step, y: y(least + index * step) })),
    columns: Array.from({ length: Math.floor((to - firstColumn) / COLUMN_WEEKS) + 1 }, (_, index) => ({ weeks: firstColumn + index * COLUMN_WEEKS, x: x(firstColumn + index * COLUMN_WEEKS) })),
  };
}
