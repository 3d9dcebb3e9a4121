import { bandOf } from '../../../src-shared/domain/cold-chain/cold-place.ts';
import { sideOf } from '../../../src-shared/domain/cold-chain/derive-cold-alarms.ts';
import { inOrderOfTime, momentOf } from '../../../src-shared/domain/cold-chain/reading-times.ts';
import type { ColdShift, TemperatureReading } from '../../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import type { ColdMonthView } from '../../../src-shared/contract/cold-chain.ts';

export interface ColdFrame { width: number; height: number; left: number; right: number; top: number; bottom: number }
export interface ColdPoint { reading: TemperatureReading; x: number; y: number; side?: 'low' | 'high' }
/** `lines`: readings that follow each other without one missing between. `missing`: along the foot. */
export interface ColdDrawing { points: ColdPoint[]; lines: ColdPoint[][]; band: { top: number; height: number }; missing: { on: string; shift: ColdShift; x: number }[]; rows: { value: number; y: number }[]; columns: { day: number; x: number }[] }

/** Above and below the band so much is always shown. */
const AROUND_C = 4;
const ROW_C = 2;
const MOST_ROWS = 12;
/** A day's mark stands between its two readings. */
const NOON = 12;
const round = (value: number) => Math.round(value * 10) / 10;
const hourOf = { morning: 8, afternoon: 15 } as const;

/** A month from left to right, hour by hour. */
export function drawColdMonth({ place, readings, missing, month }: Pick<ColdMonthView, 'place' | 'readings' | 'missing' | 'month'>, daysInMonth: number, { width, height, left, right, top, bottom }: ColdFrame): ColdDrawing {
  const standing = inOrderOfTime(readings.filter(({ voided }) => !voided));
  const { low, high } = bandOf(place.kind);
  const values = standing.map(({ temperatureC }) => temperatureC);
  const lowest = Math.min((low ?? high - AROUND_C * 3) - AROUND_C, ...values);
  const highest = Math.max(high + AROUND_C, ...values);
  const step = Math.max(ROW_C, Math.ceil((highest - lowest) / MOST_ROWS / ROW_C) * ROW_C);
  const [least, most] = [Math.floor(lowest / step) * step, Math.ceil(highest / step) * step];
  const x = (day: string, hours: number) => round(left + ((Number(day.slice(8)) - 1 + hours / 24) / daysInMonth) * (width - left - right));
  const y = (value: number) => round(height - bottom - ((value - least) / (most - least)) * (height - top - bottom));
  const points = standing.map((reading): ColdPoint => {
    const [hours = 0, minutes = 0] = momentOf(reading).slice(11).split(':').map(Number);
    const side = sideOf(place.kind, reading);
    return { reading, x: x(reading.takenOn, hours + minutes / 60), y: y(reading.temperatureC), ...(side ? { side } : {}) };
  });
  const gaps = missing.map((one) => ({ ...one, x: x(one.on, hourOf[one.shift]) }));
  const lines: ColdPoint[][] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (before && !gaps.some((gap) => gap.x > before.x && gap.x < point.x)) lines.at(-1)?.push(point);
    else lines.push([point]);
  });
  return {
    points, lines, missing: gaps, band: { top: y(high), height: round(y(low ?? least) - y(high)) },
    rows: Array.from({ length: Math.round((most - least) / step) + 1 }, (_, index) => ({ value: least + index * step, y: y(least + index * step) })),
    columns: Array.from({ length: daysInMonth }, (_, index) => index + 1).filter((day) => day === 1 || day % 5 === 0).map((day) => ({ day, x: x(`${month}-${String(day).padStart(2, '0')}`, NOON) })),
  };
}
