import { useTranslation } from 'react-i18next';
import { curveZs, shareOf, type ChartPoint, type GrowthChart as Chart } from '../../../src-shared/domain/growth/growth-chart.ts';
import { growthSaid } from '../../ui/growth-words.ts';
import { formatDate } from '../../ui/format.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { bandsOf } from './bands.ts';
import styles from './Growth.module.css';

const SIZE = { width: 560, height: 300 };
const PAD = { left: 34, right: 34, top: 8, bottom: 34 };
const niceSteps = [1, 2, 5, 10, 20];
/** Lines of the grid across, at most. */
const MOST_LINES = 9;
const round = (value: number) => Math.round(value * 10) / 10;

/** WHO's bands with the child's points joined. What it shows is said to who cannot see it, each point under the pointer too. */
export function GrowthChart({ chart }: { chart: Chart }) {
  const { t, i18n } = useTranslation();
  const { index, unit, isLying, x, y, pieces, points } = chart;
  const across = (value: number) => round(PAD.left + shareOf(x, value) * (SIZE.width - PAD.left - PAD.right));
  const up = (value: number) => round(SIZE.height - PAD.bottom - shareOf(y, value) * (SIZE.height - PAD.top - PAD.bottom));
  const at = (one: number, other: number) => `${String(across(one))},${String(up(other))}`;
  const said = (point: ChartPoint) => t('growth.point', { date: formatDate(point.on), value: formatNumber(round(point.y), i18n.language), unit: t(`growth.units.${index}`), said: growthSaid(index, point, t, i18n.language) });
  const [floor, ceiling] = [SIZE.height - PAD.bottom, PAD.top];
  const last = pieces.at(-1)?.at(-1);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${String(SIZE.width)} ${String(SIZE.height)}`} role="img" aria-label={points.length === 0 ? t('growth.noPoints') : points.map(said).join('; ')} data-testid="growth-chart">
      <rect className={styles.ground} x={PAD.left} y={ceiling} width={SIZE.width - PAD.left - PAD.right} height={floor - ceiling} />
      {pieces.map((piece) => bandsOf(index).map(({ name, from, to }) => (
        <polygon key={`${name} ${String(piece[0]?.x)}`} className={styles.band} data-band={name}
          points={[...piece.map((step) => (to === undefined ? `${String(across(step.x))},${String(ceiling)}` : at(step.x, step.values[to] ?? 0))), ...[...piece].reverse().map((step) => (from === undefined ? `${String(across(step.x))},${String(floor)}` : at(step.x, step.values[from] ?? 0)))].join(' ')} />
      )))}
      {linesOf(y).map((value) => <g key={value}><line className={styles.grid} x1={PAD.left} x2={SIZE.width - PAD.right} y1={up(value)} y2={up(value)} /><text className={styles.tick} x={PAD.left - 5} y={up(value) + 3.5} textAnchor="end">{value}</text></g>)}
      {ticksOf(chart).map((value) => <g key={value}><line className={styles.grid} x1={across(value)} x2={across(value)} y1={ceiling} y2={floor} /><text className={styles.tick} x={across(value)} y={floor + 13} textAnchor="middle">{value}</text></g>)}
      <text className={styles.axis} x={(PAD.left + SIZE.width - PAD.right) / 2} y={SIZE.height - 6} textAnchor="middle">{unit === 'months' ? t('growth.axis.months') : t(isLying ? 'growth.axis.length' : 'growth.axis.height')}</text>
      {pieces.map((piece) => curveZs.map((z, curve) => <polyline key={`${String(z)} ${String(piece[0]?.x)}`} className={styles.curve} data-z={Math.abs(z)} points={piece.map((step) => at(step.x, step.values[curve] ?? 0)).join(' ')} />))}
      {last && curveZs.map((z, curve) => z % 2 !== 0 && Math.abs(z) !== 3 ? null : <text key={z} className={styles.curveName} data-z={Math.abs(z)} x={SIZE.width - PAD.right + 4} y={up(last.values[curve] ?? 0) + 3.5}>{z > 0 ? `+${String(z)}` : z < 0 ? `−${String(-z)}` : '0'}</text>)}
      <polyline className={styles.line} points={points.map((point) => at(point.x, point.y)).join(' ')} />
      {points.map((point) => <circle key={point.on} className={styles.dot} data-class={point.class ?? 'doubt'} cx={across(point.x)} cy={up(point.y)} r={4}><title>{said(point)}</title></circle>)}
    </svg>
  );
}

/** Whole numbers to draw lines at. */
function linesOf({ from, to }: Chart['y']): number[] {
  const step = niceSteps.find((one) => (to - from) / one <= MOST_LINES) ?? 50;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, n) => first + n * step);
}

/** Every third or sixth month, every fifth centimetre. */
function ticksOf({ unit, x: { from, to } }: Chart): number[] {
  const step = unit === 'cm' ? 5 : to - from > 24 ? 6 : 3;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => from + n * step);
}
