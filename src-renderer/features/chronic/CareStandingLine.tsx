import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { CareStanding } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { isControlled } from '../../../src-shared/domain/chronic/pressure-goal.ts';
import { glucoseWords, pressureClassWords } from '../../ui/care-words.ts';
import { formatDate } from '../../ui/format.ts';
import { formatPressure } from '../../ui/parse-typed-pressure.ts';
import { CareStateBadge } from './CareStateBadge.tsx';
import styles from './CarePanel.module.css';

/** How it stands in one line: the last pressure against the goal, the last glucose where there is one, the next visit. */
export function CareStandingLine({ standing }: { standing: CareStanding }) {
  const { t, i18n } = useTranslation();
  const { goal, lastPressure, lastGlucose, state, nextVisitOn } = standing;
  const goalWords = t('chronic.goal', { systolic: goal.systolicBelow, diastolic: goal.diastolicBelow });
  return (
    <dl className={styles.standing}>
      <Fact name={t('chronic.lastPressure')} under={lastPressure ? [pressureClassWords(lastPressure.pressureClass, t), formatDate(lastPressure.on)].join(' · ') : goalWords} aside={lastPressure && goalWords}>
        {lastPressure ? <><strong data-tone={isControlled(lastPressure, goal) ? 'good' : 'warn'}>{formatPressure(lastPressure)}</strong> {t('chronic.unitPressure')}</> : t('chronic.noPressure')}
      </Fact>
      {lastGlucose && <Fact name={t('chronic.lastGlucose')} under={formatDate(lastGlucose.on)}><strong>{glucoseWords(lastGlucose, t, i18n.language)}</strong></Fact>}
      {state && nextVisitOn && <Fact name={t('chronic.nextVisit')} under={<CareStateBadge state={state} />}><strong>{formatDate(nextVisitOn)}</strong></Fact>}
    </dl>
  );
}

function Fact({ name, under, aside, children }: { name: string; under: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return <div><dt>{name}</dt><dd className="num">{children}</dd><dd className={styles.under}>{under}</dd>{aside && <dd className={styles.under}>{aside}</dd>}</div>;
}
