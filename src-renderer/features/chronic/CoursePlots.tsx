import { useTranslation } from 'react-i18next';
import type { ChronicCareView } from '../../../src-shared/contract/queries.ts';
import { FASTING_GLUCOSE_BELOW_MMOL_L, HBA1C_BELOW_PERCENT } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { isControlled } from '../../../src-shared/domain/chronic/pressure-goal.ts';
import { glucoseWords } from '../../ui/care-words.ts';
import { formatDate } from '../../ui/format.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { formatPressure } from '../../ui/parse-typed-pressure.ts';
import styles from './CarePanel.module.css';
import { CoursePlot } from './CoursePlot.tsx';

/** More points than this would run into each other. */
const SHOWN = 24;
const glucoseGoals = { fasting: FASTING_GLUCOSE_BELOW_MMOL_L, hba1c: HBA1C_BELOW_PERCENT } as const;

/** The pressures of follow-ups and visits against the goal, and the glucose of whom it was measured. */
export function CoursePlots({ view: { pressures, glucose, standing: { goal } } }: { view: ChronicCareView }) {
  const { t, i18n } = useTranslation();
  const shown = pressures.slice(-SHOWN);
  const courses = (['fasting', 'hba1c'] as const).map((kind) => ({ kind, points: glucose.filter((one) => one.kind === kind).slice(-SHOWN) })).filter(({ points }) => points.length > 1);
  if (shown.length < 2 && courses.length === 0) return pressures.length === 0 ? null : <p className={styles.none}>{t('chronic.panel.plotNone')}</p>;
  const say = (on: string, value: string) => t('chronic.panel.plotSay', { on: formatDate(on), value });
  return (
    <div className={styles.plots} data-testid="care-plots">
      {shown.length > 1 && (
        <CoursePlot
          title={t('chronic.panel.plot')} width={700} step={20} limits={[goal.systolicBelow, goal.diastolicBelow].map((value) => ({ value, words: t('chronic.panel.below', { value }) }))}
          points={shown.map((one) => ({ on: one.on, value: one.systolicMmHg, low: one.diastolicMmHg, isGood: isControlled(one, goal) }))} say={({ on, value, low = 0 }) => say(on, `${formatPressure({ systolicMmHg: value, diastolicMmHg: low })} ${t('chronic.unitPressure')}`)}
        />
      )}
      {courses.length > 0 && (
        <div className={styles.glucose}>
          {courses.map(({ kind, points }) => (
            <CoursePlot
              key={kind} title={t(`chronic.glucoseKinds.${kind}`)} width={350} height={120} step={2} limits={[{ value: glucoseGoals[kind], words: t('chronic.panel.below', { value: formatNumber(glucoseGoals[kind], i18n.language) }) }]}
              points={points.map(({ on, value }) => ({ on, value, isGood: value < glucoseGoals[kind] }))} say={({ on, value }) => say(on, glucoseWords({ kind, value }, t, i18n.language))}
            />
          ))}
        </div>
      )}
    </div>
  );
}
