import { IconAlertTriangle, IconCircleCheckFilled, IconClockHour4, IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { unitName } from '../../ui/format.ts';
import { missingAt } from '../../ui/missing-at.ts';
import { Panel } from '../../ui/Panel.tsx';
import styles from './ClosingPage.module.css';

/** This PC and each unit above, with what it has proved to hold; never more than the receipts say, and nothing of a PC whose file is damaged. */
export function WhereRecordsAre({ damaged }: { damaged: boolean }) {
  const { t } = useTranslation();
  const status = useLive('syncStatus', {}).answer;
  return (
    <Panel title={t('closing.where')} flush>
      <ul className={styles.rows} data-testid="closing-where">
        <li>{damaged ? <IconAlertTriangle size={18} className={styles.stop} aria-hidden /> : <IconCircleCheckFilled size={18} className={styles.good} aria-hidden />}<span className={styles.words}><strong>{t('closing.onThisPc')}</strong><span>{damaged ? t('closing.fileDamaged') : t('closing.onThisPcBody')}</span></span></li>
        {status?.tiers.map((tier) => (
          <li key={tier.unit}>
            {missingAt(tier) === 0 && tier.publishedAt !== undefined ? <IconCircleCheckFilled size={18} className={styles.good} aria-hidden /> : <IconClockHour4 size={18} className={styles.faint} aria-hidden />}
            <span className={styles.words}><strong>{unitName(tier, t)}</strong><span>{missingAt(tier) === 0 && tier.publishedAt !== undefined ? t('closing.holds') : t('closing.missing')}</span></span>
          </li>
        ))}
        {status && status.denied > 0 && <li><IconHandStop size={18} className={styles.stop} aria-hidden /><span className={styles.words}>{t('closing.denied', { count: status.denied })}</span></li>}
        {status && <li className={styles.faint}>{status.line === 'notEnrolled' ? t('closing.notEnrolled') : status.records.waiting > 0 ? t('closing.waiting', { count: status.records.waiting }) : t('closing.nothingWaiting')}</li>}
      </ul>
    </Panel>
  );
}
