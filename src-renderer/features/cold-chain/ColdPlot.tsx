import { useTranslation } from 'react-i18next';
import type { ColdMonthView } from '../../../src-shared/contract/cold-chain.ts';
import { lastDayOfMonth } from '../../../src-shared/domain/common/partial-date.ts';
import { degrees } from '../../ui/cold-words.ts';
import { formatDate } from '../../ui/format.ts';
import { formatNumber } from '../../ui/format-number.ts';
import styles from './ColdChain.module.css';
import { drawColdMonth, type ColdPoint } from './cold-plot.ts';

const frame = { width: 860, height: 260, left: 34, right: 12, top: 10, bottom: 34 };

/** A month's readings over the allowed band. Those outside of it are told by shape too; every point is said to who cannot see it. */
export function ColdPlot({ view }: { view: ColdMonthView }) {
  const { t, i18n } = useTranslation();
  const drawing = drawColdMonth(view, Number(lastDayOfMonth(view.month).slice(8)), frame);
  const [floor, end] = [frame.height - frame.bottom, frame.width - frame.right];
  const say = ({ reading }: ColdPoint) => t('coldChain.pointSaid', { on: formatDate(reading.takenOn), shift: t(`coldChain.shifts.${reading.shift}`), value: degrees(reading.temperatureC, i18n.language) });
  return (
    <figure className={styles.figure} data-testid="cold-plot">
      <figcaption>
        <span>{t('coldChain.plot')} (°C)</span>
        <span className={styles.legend}><i data-mark="band" aria-hidden />{t('coldChain.band')}<b data-mark="out" aria-hidden>▲▼</b>{t('coldChain.outMark')}<b data-mark="missed" aria-hidden>×</b>{t('coldChain.missedMark')}</span>
      </figcaption>
      <svg viewBox={`0 0 ${String(frame.width)} ${String(frame.height)}`} role="img" aria-label={[t('coldChain.plot'), ...drawing.points.map(say), drawing.missing.length > 0 && t('coldChain.missedSaid', { count: drawing.missing.length })].filter(Boolean).join('; ')}>
        <rect className={styles.band} x={frame.left} y={drawing.band.top} width={end - frame.left} height={drawing.band.height} />
        {drawing.rows.map(({ value, y }) => <g key={value}><line className={styles.grid} x1={frame.left} x2={end} y1={y} y2={y} /><text className={styles.mark} x={frame.left - 5} y={y + 3.5} textAnchor="end">{formatNumber(value, i18n.language)}</text></g>)}
        {drawing.columns.map(({ day, x }) => <g key={day}><line className={styles.grid} x1={x} x2={x} y1={frame.top} y2={floor} /><text className={styles.mark} x={x} y={floor + 13} textAnchor="middle">{day}</text></g>)}
        <text className={styles.mark} x={(frame.left + end) / 2} y={frame.height - 5} textAnchor="middle">{t('coldChain.day')}</text>
        {drawing.lines.map((points) => <polyline key={points[0]?.reading._id} className={styles.line} points={points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')} />)}
        {drawing.missing.map(({ on, shift, x }) => <text key={`${on} ${shift}`} className={styles.missed} x={x} y={floor - 3} textAnchor="middle" data-missed>×</text>)}
        {drawing.points.map((point) => (point.side
          ? <polygon key={point.reading._id} className={styles.out} data-side={point.side} points={point.side === 'high' ? `${String(point.x - 5)},${String(point.y + 4)} ${String(point.x + 5)},${String(point.y + 4)} ${String(point.x)},${String(point.y - 5)}` : `${String(point.x - 5)},${String(point.y - 4)} ${String(point.x + 5)},${String(point.y - 4)} ${String(point.x)},${String(point.y + 5)}`}><title>{say(point)}</title></polygon>
          : <circle key={point.reading._id} className={styles.dot} cx={point.x} cy={point.y} r={3}><title>{say(point)}</title></circle>))}
      </svg>
    </figure>
  );
}
