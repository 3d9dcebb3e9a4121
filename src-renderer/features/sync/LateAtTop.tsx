import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../../src-shared/contract/queries.ts';
import { formatWhen, unitName } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import styles from './SyncPage.module.css';

/** For the head: what has not reached the highest unit within a day of being saved. */
export function LateAtTop({ late }: { late: NonNullable<SyncStatus['late']> }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('sync.lateTitle')} tone="warn">
      <div data-testid="late">
        <p>{t('sync.lateBody', { unit: unitName(late, t), when: formatWhen(late.since, t) })}</p>
        <p className={styles.faint}>{t('sync.lateHint')}</p>
      </div>
    </Panel>
  );
}
