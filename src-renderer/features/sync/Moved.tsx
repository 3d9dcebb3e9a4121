import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../../src-shared/contract/queries.ts';
import { Panel } from '../../ui/Panel.tsx';
import styles from './SyncPage.module.css';

/** The station stands under another unit now, and still sends to the one before. */
export function Moved({ to }: { to: NonNullable<SyncStatus['movedTo']> }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('sync.movedTitle', { unit: to.name ?? to.unit })} tone="warn">
      <div data-testid="moved">
        <p>{t('sync.movedBody')}</p>
        <p className={styles.faint}>{t('sync.movedHint')}</p>
      </div>
    </Panel>
  );
}
