import { curveZs, shareOf, type GrowthChart } from '../../../src-shared/domain/growth/growth-chart.ts';
import { growthClassWords, indexWords } from './growth-words.ts';
import type { Canvas } from './pen.ts';

const PAD = { left: 26, right: 84, top: 20, bottom: 26 };
const colours = { good: '#dff0e6', warn: '#fbeabf', stop: '#f8d6d0', curve: '#5b6a63', grid: '#e3e7e5', ink: '#1a211e', faint: '#5b6670' } as const;
/** Below −3, from there to −2, and above: by their curves among the seven. */
const bands = [{ to: 0, colour: colours.stop }, { from: 0, to: 1, colour: colours.warn }, { from: 1, colour: colours.good }] as const;

/** One chart for age: the bands of the standard by colour and word, the child's points joined. */
export function drawGrowthFigure(canvas: Canvas, { index, x, y, pieces, points }: GrowthChart): void {
  const [left, right, top, bottom] = [PAD.left, canvas.width - PAD.right, PAD.top, canvas.height - PAD.bottom];
  const across = (value: number) => left + shareOf(x, value) * (right - left);
  const up = (value: number) => bottom - shareOf(y, value) * (bottom - top);
  canvas.words(indexWords[index], [left, 2], { size: 10, bold: true });
  canvas.words(index === 'weightForAge' ? 'kg' : 'cm', [left - 5, 7], { size: 7, align: 'right', colour: colours.faint });
  for (const piece of pieces) {
    for (const band of bands) {
      const high = piece.map((step) => [across(step.x), 'to' in band ? up(step.values[band.to] ?? 0) : top] as const);
      const low = piece.map((step) => [across(step.x), 'from' in band ? up(step.values[band.from] ?? 0) : bottom] as const);
      canvas.area([...high, ...low.reverse()], band.colour);
    }
  }
  for (let month = x.from; month <= x.to; month += x.to > 24 ? 6 : 3) {
    canvas.path([[across(month), top], [across(month), bottom]], { colour: colours.grid, width: 0.5 });
    canvas.words(String(month), [across(month), bottom + 3], { size: 7, align: 'center', colour: colours.faint });
  }
  const step = index === 'weightForAge' ? 2 : 10;
  for (let value = Math.ceil(y.from / step) * step; value <= y.to; value += step) {
    canvas.path([[left, up(value)], [right, up(value)]], { colour: colours.grid, width: 0.5 });
    canvas.words(String(value), [left - 4, up(value) - 4.5], { size: 7, align: 'right', colour: colours.faint });
  }
  canvas.words('tháng tuổi', [(left + right) / 2, bottom + 13], { size: 7, align: 'center', colour: colours.faint });
  for (const piece of pieces) curveZs.forEach((z, curve) => { canvas.path(piece.map((one) => [across(one.x), up(one.values[curve] ?? 0)]), { colour: colours.curve, width: z === 0 ? 1.2 : 0.6, ...(Math.abs(z) === 1 ? { dashes: 2 } : {}) }); });
  const last = pieces.at(-1)?.at(-1)?.values ?? [];
  curveZs.forEach((z, curve) => { if (z % 2 === 0 || Math.abs(z) === 3) canvas.words(z > 0 ? `+${String(z)}` : z < 0 ? String(z) : '0', [right + 4, up(last[curve] ?? 0) - 5], { size: 7.5, bold: true }); });
  // Between their curves, or below the last one.
  const beside = [['veryLow', up(last[0] ?? 0) + 5], ['low', (up(last[0] ?? 0) + up(last[1] ?? 0)) / 2 - 4], ['normal', (up(last[1] ?? 0) + up(last[3] ?? 0)) / 2 - 4]] as const;
  for (const [name, at] of beside) canvas.words(growthClassWords[index][name], [right + 18, at], { size: 7, colour: colours.faint });
  canvas.path(points.map((point) => [across(point.x), up(point.y)]), { colour: colours.ink, width: 1.3 });
  for (const point of points) canvas.dot([across(point.x), up(point.y)], 2.6, point.class ? colours.ink : 'white');
}
