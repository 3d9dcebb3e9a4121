import { useTranslation } from 'react-i18next';
import { classifyBloodPressure, isEmergencyPressure, isHighPressure, meanPressure } from '../../../src-shared/domain/chronic/classify-blood-pressure.ts';
import type { BloodPressure } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import { isControlled, type PressureGoal } from '../../../src-shared/domain/chronic/pressure-goal.ts';
import { pressureClassWords } from '../../ui/care-words.ts';
import { formatPressure } from '../../ui/parse-typed-pressure.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './Chronic.module.css';
import { readingsOf, type FollowUpFields } from './follow-up-form.ts';

interface PressureSaidProps { fields: Pick<FollowUpFields, 'reading1' | 'reading2'>; goal: PressureGoal; /** Measured in a visit of the day. */ before: BloodPressure | undefined; /** How it was the time before, in words. */ last: string | undefined; 'data-span': string }

/** What the readings mean, said while they are typed: their class, and whether the goal is reached. */
export function PressureSaid({ fields, goal, before, last, ...place }: PressureSaidProps) {
  const { t } = useTranslation();
  const readings = readingsOf(fields);
  const pressure = meanPressure(readings) ?? before;
  const reached = pressure && isControlled(pressure, goal);
  return (
    <div {...place} className={styles.said} aria-live="polite" data-testid="pressure-said">
      {pressure && (
        <>
          <p><strong data-tone={isEmergencyPressure(pressure) ? 'stop' : isHighPressure(pressure) ? 'warn' : 'good'}>{pressureClassWords(classifyBloodPressure(pressure), t)}</strong> <Badge tone={reached ? 'good' : 'warn'}>{t(`chronic.controlled.${reached ? 'yes' : 'no'}`)}</Badge></p>
          <p className={styles.faint}>{readings.length === 2 && <span>{t('chronic.form.mean', { value: formatPressure(pressure) })}</span>} {isEmergencyPressure(pressure) ? <span className={styles.stop}>{t('chronic.atOnce')}</span> : last}</p>
        </>
      )}
      {!pressure && <p className={styles.faint}>{last}</p>}
    </div>
  );
}
