import { useTranslation } from 'react-i18next';
import { formatDate } from '../../ui/format.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { drawCourse, type Frame, type PlotPoint } from './course-plot.ts';
import styles from './CoursePlot.module.css';

interface CoursePlotProps { points: readonly PlotPoint[]; /** Lines of the goal, each with its words. */ limits: readonly { value: number; words: string }[]; /** Between the numbers at the side. */ step: number; width: number; height?: number; title: string; say(point: PlotPoint): string }

/** A course in time with its goal as a line: pressures as bars from the lower to the higher, anything else as a line. Every point is said to who cannot see it. */
export function CoursePlot({ points, limits, step, width, height = 150, title, say }: CoursePlotProps) {
  const { i18n } = useTranslation();
  const frame: Frame = { width, height, left: 34, right: 84, top: 10, bottom: 22 };
  const drawing = drawCourse(points, limits.map(({ value }) => value), step, frame);
  const end = width - frame.right + 12;
  const [first, last] = [drawing.points[0], drawing.points.at(-1)];
  const bars = points.some(({ low }) => low !== undefined);
  return (
    <figure className={styles.figure}>
      <figcaption>{title}</figcaption>
      <svg className={styles.plot} viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={`${title}. ${points.map(say).join('; ')}`}>
        {drawing.marks.map(({ value, y }) => <g key={value}><line className={styles.grid} x1={frame.left - 6} x2={end} y1={y} y2={y} /><text className={styles.mark} x={frame.left - 10} y={y + 3.5} textAnchor="end">{formatNumber(value, i18n.language)}</text></g>)}
        {drawing.limits.map(({ value, y }, index) => <g key={value}><line className={styles.limit} x1={frame.left - 6} x2={end} y1={y} y2={y} /><text className={styles.goal} x={end + 4} y={y + 3.5}>{limits[index]?.words}</text></g>)}
        {!bars && <polyline className={styles.line} points={drawing.points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')} />}
        {drawing.points.map((point) => (bars
          ? <line key={`${point.on} ${String(point.value)}`} className={styles.bar} data-high={!point.isGood || undefined} x1={point.x} x2={point.x} y1={point.y} y2={point.yLow}><title>{say(point)}</title></line>
          : <circle key={`${point.on} ${String(point.value)}`} className={styles.dot} data-high={!point.isGood || undefined} cx={point.x} cy={point.y} r={4}><title>{say(point)}</title></circle>))}
        {first && <text className={styles.mark} x={first.x} y={height - 6} textAnchor={first === last ? 'middle' : 'start'}>{formatDate(first.on)}</text>}
        {last && first !== last && <text className={styles.mark} x={last.x} y={height - 6} textAnchor="end">{formatDate(last.on)}</text>}
      </svg>
    </figure>
  );
}
