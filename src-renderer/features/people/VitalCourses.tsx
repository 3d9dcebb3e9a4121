import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../src-shared/contract/queries.ts';
import { bloodPressureTarget, vitalCourses, type CoursePoint, type VitalCourse } from '../../../src-shared/domain/encounter/vital-courses.ts';
import { formatDate } from '../../ui/format.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { Panel } from '../../ui/Panel.tsx';
import { standingEncounters } from '../../ui/standing-encounters.ts';
import { CourseChart, isHigh } from './CourseChart.tsx';
import styles from './VitalCourses.module.css';

/** More points than this would run into each other. */
const SHOWN = 24;

/** How blood pressure, weight and growth went, here and at the stations before; nothing where nothing was measured twice. */
export function VitalCourses({ entries, bornOn }: { entries: readonly TimelineEntry[]; bornOn: string }) {
  const { t } = useTranslation();
  // Of whoever is followed for a chronic condition the pressures are drawn with their goal, those of follow-ups too.
  const isFollowed = entries.some((entry) => entry.type === 'episode' && entry.episode.voided === undefined);
  const courses = vitalCourses(standingEncounters(entries), { bornOn }).filter(({ name }) => !(isFollowed && name === 'bloodPressure'));
  if (courses.length === 0) return null;
  return (
    <Panel title={t('people.courses.title')} flush>
      <dl className={styles.courses} data-testid="courses">{courses.map((course) => <Course key={course.name} course={course} />)}</dl>
    </Panel>
  );
}

function Course({ course: { name, points: all } }: { course: VitalCourse }) {
  const { t, i18n } = useTranslation();
  const points = all.slice(-SHOWN);
  const [first, last, before] = [points[0], points.at(-1), points.at(-2)];
  if (!first || !last || !before) return null;
  const number = (value: number) => formatNumber(value, i18n.language);
  const valueOf = ({ value, low }: CoursePoint) => (low === undefined ? number(value) : `${number(value)}/${number(low)}`);
  const say = (point: CoursePoint) => t('people.courses.point', { date: formatDate(point.on), value: valueOf(point), unit: t(`people.courses.units.${name}`) });
  const change = Math.round((last.value - before.value) * 10) / 10;
  return (
    <div className={styles.course}>
      <dt className={styles.name} title={name === 'bloodPressure' ? t('people.courses.target', { systolic: bloodPressureTarget.systolicMmHg, diastolic: bloodPressureTarget.diastolicMmHg }) : undefined}>{t(`people.courses.names.${name}`)}</dt>
      <dd className={`${styles.latest ?? ''} num`}>
        <strong data-high={isHigh(last) || undefined}>{valueOf(last)}</strong> {t(`people.courses.units.${name}`)}{' '}
        <span>{isHigh(last) ? t('people.courses.high') : last.low === undefined && change !== 0 && t('people.courses.change', { change: `${change > 0 ? '+' : '−'}${number(Math.abs(change))}` })}</span>
      </dd>
      <dd className={styles.drawn}><CourseChart points={points} label={points.map(say).join('; ')} say={say} /></dd>
      <dd className={`${styles.span ?? ''} num`}><span>{formatDate(first.on)}</span><span>{formatDate(last.on)}</span></dd>
    </div>
  );
}
