import type { MaternalPoint } from '../../../src-shared/contract/queries.ts';
import { expectedFundalHeight } from '../../../src-shared/domain/maternal/gestation.ts';
import type { Canvas } from './pen.ts';

const PAD = { left: 26, right: 12, top: 18, bottom: 26 };
const colours = { band: '#dff0e6', grid: '#e3e7e5', ink: '#1a211e', faint: '#5b6670' } as const;
const weeksShown = { from: 12, until: 42 };
const cmShown = { from: 8, until: 42 };

/** Fundal height by week, with the band that is expected. */
export function drawPregnancyFigure(canvas: Canvas, points: readonly MaternalPoint[]): void {
  const [left, right, top, bottom] = [PAD.left, canvas.width - PAD.right, PAD.top, canvas.height - PAD.bottom];
  const across = (weeks: number) => left + ((weeks - weeksShown.from) / (weeksShown.until - weeksShown.from)) * (right - left);
  const up = (cm: number) => bottom - ((cm - cmShown.from) / (cmShown.until - cmShown.from)) * (bottom - top);
  canvas.words('Chiều cao tử cung (cm) theo tuần thai', [left, 2], { size: 9, bold: true });
  const band = Array.from({ length: weeksShown.until - weeksShown.from + 1 }, (_, at) => weeksShown.from + at).flatMap((weeks) => { const expected = expectedFundalHeight(weeks); return expected ? [{ weeks, ...expected }] : []; });
  canvas.area([...band.map(({ weeks, until }) => [across(weeks), up(until)] as const), ...band.map(({ weeks, from }) => [across(weeks), up(from)] as const).reverse()], colours.band);
  for (let weeks = weeksShown.from; weeks <= weeksShown.until; weeks += 2) {
    canvas.path([[across(weeks), top], [across(weeks), bottom]], { colour: colours.grid, width: 0.5 });
    canvas.words(String(weeks), [across(weeks), bottom + 3], { size: 7, align: 'center', colour: colours.faint });
  }
  for (let cm = 10; cm <= cmShown.until; cm += 5) {
    canvas.path([[left, up(cm)], [right, up(cm)]], { colour: colours.grid, width: 0.5 });
    canvas.words(String(cm), [left - 4, up(cm) - 4.5], { size: 7, align: 'right', colour: colours.faint });
  }
  canvas.words('tuần', [(left + right) / 2, bottom + 13], { size: 7, align: 'center', colour: colours.faint });
  const shown = points.flatMap(({ days, fundalHeightCm }) => (fundalHeightCm !== undefined && days / 7 >= weeksShown.from && days / 7 <= weeksShown.until ? [[across(days / 7), up(Math.min(Math.max(fundalHeightCm, cmShown.from), cmShown.until))] as const] : []));
  canvas.path(shown, { colour: colours.ink, width: 1.3 });
  for (const point of shown) canvas.dot(point, 2.6, colours.ink);
}
