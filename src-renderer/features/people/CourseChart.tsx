import { bloodPressureTarget, type CoursePoint } from '../../../src-shared/domain/encounter/vital-courses.ts';
import styles from './VitalCourses.module.css';

const WIDTH = 220;
const HEIGHT = 56;
const PAD = 6;
/** A change of less than this share of the value is not drawn from the bottom to the top. */
const LEAST_SHARE = 0.08;

/**
 * A course drawn over true time: pressures as bars from diastolic to systolic over the lines of the target, anything else as
 * a line with its points. `label` says the numbers to who can't see them, `say` each point under the pointer.
 */
export function CourseChart({ points, label, say }: { points: readonly CoursePoint[]; label: string; say(point: CoursePoint): string }) {
  const isPressure = points.some(({ low }) => low !== undefined);
  const { systolicMmHg, diastolicMmHg } = bloodPressureTarget;
  const x = scale(points.map(({ on }) => Date.parse(on)), PAD, WIDTH - PAD);
  const values = [...points.flatMap(({ value, low }) => [value, low ?? value]), ...(isPressure ? [systolicMmHg, diastolicMmHg] : [])];
  const y = scale(atLeast(LEAST_SHARE, values), HEIGHT - PAD, PAD);
  const placed = points.map((point) => ({ ...point, x: x(Date.parse(point.on)), y: y(point.value), yLow: y(point.low ?? point.value), said: say(point) }));
  return (
    <svg className={styles.chart} viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={label}>
      {isPressure && [systolicMmHg, diastolicMmHg].map((limit) => <line key={limit} className={styles.limit} x1={0} x2={WIDTH} y1={y(limit)} y2={y(limit)} />)}
      {!isPressure && <polyline className={styles.line} points={placed.map((point) => `${String(point.x)},${String(point.y)}`).join(' ')} />}
      {placed.map((point) => (isPressure
        ? <line key={point.on} className={styles.bar} data-high={isHigh(point) || undefined} x1={point.x} x2={point.x} y1={point.y} y2={point.yLow}><title>{point.said}</title></line>
        : <circle key={point.on} className={styles.dot} cx={point.x} cy={point.y} r={3}><title>{point.said}</title></circle>))}
    </svg>
  );
}

/** At or above the target of either pressure. */
export function isHigh({ value, low }: CoursePoint): boolean {
  return low !== undefined && (value >= bloodPressureTarget.systolicMmHg || low >= bloodPressureTarget.diastolicMmHg);
}

/** The values, with two more around their middle where all lie closer together than `share` of the greatest. */
function atLeast(share: number, values: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const half = (most * share) / 2;
  const middle = (least + most) / 2;
  return [...values, middle - half, middle + half];
}

/** From the least and the most of `values` to pixels between `from` and `to`. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (value) => from + ((value - least) / (most - least)) * (to - from);
}
