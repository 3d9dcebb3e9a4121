import { useTranslation } from 'react-i18next';
import type { ChronicCareView } from '../../../src-shared/contract/queries.ts';
import { conditionName, followUpSummary } from '../../ui/care-words.ts';
import { formatDate } from '../../ui/format.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './Chronic.module.css';

/** What the person is followed for and towards which goal, and how it was the time before; one line each, so that nothing is looked up. */
export function CareBefore({ view: { standing, followUps } }: { view: ChronicCareView }) {
  const { t, i18n } = useTranslation();
  const active = standing.conditions.filter(({ status }) => status === 'active');
  const last = followUps.find(({ voided }) => voided === undefined);
  const { systolicBelow: systolic, diastolicBelow: diastolic } = standing.goal;
  return (
    <div className={styles.before} data-testid="care-before">
      <p>
        {active.length === 0 ? <span className={styles.warn}>{t('chronic.form.conditionsNone')}</span>
          : <>{active.map(({ condition }) => <Badge key={condition} tone="info">{conditionName(condition, t)}</Badge>)} <span>{t('chronic.goalOf', { systolic, diastolic })}</span></>}
      </p>
      <p className={styles.faint}>{last ? t('chronic.form.before', { on: formatDate(last.occurredOn), what: followUpSummary(last, t, i18n.language) }) : t('chronic.form.first')}</p>
    </div>
  );
}
