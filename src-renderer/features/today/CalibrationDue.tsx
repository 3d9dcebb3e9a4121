import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { formatDate } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { routeToHash } from '../../ui/route.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './TodayPage.module.css';

/** Equipment in use whose calibration is overdue or due soon, the longest overdue first; nothing where all is well. */
export function CalibrationDue() {
  const { t } = useTranslation();
  const lines = (useLive('equipmentList', {}).answer ?? []).filter(({ calibration }) => calibration !== undefined);
  if (lines.length === 0) return null;
  return (
    <Panel title={t('equipment.calibrationTitle')} flush>
      <ul className={styles.rows}>
        {lines.toSorted((a, b) => ((a.calibrationDueOn ?? '') < (b.calibrationDueOn ?? '') ? -1 : 1)).map((line) => (
          <li key={line._id}>
            <a className={styles.row} href={routeToHash({ page: 'equipment', id: line._id })}>
              <span className={styles.words}><strong>{line.name}</strong><span className={styles.summary}>{[line.serial, line.location].filter(Boolean).join(' · ')}</span></span>
              <span className={styles.when}><Badge tone={line.calibration === 'overdue' ? 'stop' : 'warn'}>{t('equipment.due', { date: formatDate(line.calibrationDueOn ?? '') })}</Badge></span>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
