import type { ColdMonthView } from '../../../src-shared/contract/cold-chain.ts';
import { bandOf } from '../../../src-shared/domain/cold-chain/cold-place.ts';
import { sideOf } from '../../../src-shared/domain/cold-chain/derive-cold-alarms.ts';
import { inOrderOfTime } from '../../../src-shared/domain/cold-chain/reading-times.ts';
import { lastDayOfMonth } from '../../../src-shared/domain/common/partial-date.ts';
import type { Canvas } from './pen.ts';

const PAD = { left: 26, right: 8, top: 6, bottom: 22 };
const colours = { band: '#dff0e6', grid: '#e3e7e5', ink: '#1a211e', faint: '#5b6670', out: '#96291b' } as const;
const hourOf = { morning: 8, afternoon: 15 } as const;
const AROUND_C = 4;

/** Temperature by day over the allowed band; outside of it a triangle, missing ones a cross at the foot. */
export function drawTemperatureFigure(canvas: Canvas, { place: { kind }, month, readings, missing }: Pick<ColdMonthView, 'place' | 'month' | 'readings' | 'missing'>): void {
  const [left, right, top, bottom] = [PAD.left, canvas.width - PAD.right, PAD.top, canvas.height - PAD.bottom];
  const { low, high } = bandOf(kind);
  const standing = inOrderOfTime(readings.filter(({ voided }) => !voided));
  const values = standing.map(({ temperatureC }) => temperatureC);
  const least = Math.floor(Math.min((low ?? high - 3 * AROUND_C) - AROUND_C, ...values) / 2) * 2;
  const most = Math.ceil(Math.max(high + AROUND_C, ...values) / 2) * 2;
  const daysInMonth = Number(lastDayOfMonth(month).slice(8));
  const across = (on: string, hour: number) => left + ((Number(on.slice(8)) - 1 + hour / 24) / daysInMonth) * (right - left);
  const up = (value: number) => bottom - ((value - least) / (most - least)) * (bottom - top);
  canvas.area([[left, up(high)], [right, up(high)], [right, up(low ?? least)], [left, up(low ?? least)]], colours.band);
  const step = Math.max(2, Math.ceil((most - least) / 10 / 2) * 2);
  for (let value = least; value <= most; value += step) {
    canvas.path([[left, up(value)], [right, up(value)]], { colour: colours.grid, width: 0.5 });
    canvas.words(String(value), [left - 4, up(value) - 4.5], { size: 7, align: 'right', colour: colours.faint });
  }
  for (let on = 1; on <= daysInMonth; on += 1) canvas.words(String(on), [left + ((on - 0.5) / daysInMonth) * (right - left), bottom + 3], { size: 6, align: 'center', colour: colours.faint });
  const points = standing.map((reading) => ({ at: [across(reading.takenOn, hourOf[reading.shift]), up(reading.temperatureC)] as const, side: sideOf(kind, reading) }));
  // A line says that nothing was missed between two readings.
  const gaps = missing.map(({ on, shift }) => across(on, hourOf[shift]));
  points.forEach(({ at }, index) => {
    const before = points[index - 1]?.at;
    if (before && !gaps.some((gap) => gap > before[0] && gap < at[0])) canvas.path([before, at], { colour: colours.faint, width: 0.7 });
  });
  for (const { at: [x, y], side } of points) {
    if (side === undefined) canvas.dot([x, y], 2, colours.ink);
    else { const tip = side === 'high' ? -1 : 1; canvas.area([[x - 3.5, y - 3 * tip], [x + 3.5, y - 3 * tip], [x, y + 4 * tip]], colours.out); }
  }
  for (const { on, shift } of missing) canvas.words('×', [across(on, hourOf[shift]), bottom - 9], { size: 8, align: 'center', colour: colours.out });
}
