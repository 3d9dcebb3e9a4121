import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../ui/format-number.ts';
import { drawWeeks, type BandStep, type WeekPoint } from './weeks-plot.ts';
import styles from './WeeksPlot.module.css';

interface WeeksPlotProps { title: string; points: readonly WeekPoint[]; /** What is expected, with its words. */ band?: { steps: readonly BandStep[]; words: string }; width: number; height: number; say(point: WeekPoint): string; testId?: string }

/** A course by the weeks of a pregnancy, the expected band behind it. Every point is said to who cannot see it. */
export function WeeksPlot({ title, points, band, width, height, say, testId }: WeeksPlotProps) {
  const { t, i18n } = useTranslation();
  const frame = { width, height, left: 30, right: 12, top: 8, bottom: 32 };
  const drawing = drawWeeks(points, band?.steps ?? [], frame);
  const [floor, end] = [height - frame.bottom, width - frame.right];
  return (
    <figure className={styles.figure} data-testid={testId}>
      <figcaption><span>{title}</span>{band && <span className={styles.legend}><i aria-hidden />{band.words}</span>}</figcaption>
      <svg className={styles.plot} viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={`${title}. ${points.map(say).join('; ')}`}>
        {drawing.rows.map(({ value, y }) => <g key={value}><line className={styles.grid} x1={frame.left} x2={end} y1={y} y2={y} /><text className={styles.mark} x={frame.left - 5} y={y + 3.5} textAnchor="end">{formatNumber(value, i18n.language)}</text></g>)}
        {band && <polygon className={styles.band} points={drawing.band} />}
        {drawing.columns.map(({ weeks, x }) => <g key={weeks}><line className={styles.grid} x1={x} x2={x} y1={frame.top} y2={floor} /><text className={styles.mark} x={x} y={floor + 13} textAnchor="middle">{weeks}</text></g>)}
        <text className={styles.mark} x={(frame.left + end) / 2} y={height - 5} textAnchor="middle">{t('maternal.panel.axisWeeks')}</text>
        <polyline className={styles.line} points={drawing.points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')} />
        {drawing.points.map((point) => <circle key={point.on} className={styles.dot} data-off={!point.isGood || undefined} cx={point.x} cy={point.y} r={4}><title>{say(point)}</title></circle>)}
      </svg>
    </figure>
  );
}
