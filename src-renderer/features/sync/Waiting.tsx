import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../../src-shared/contract/queries.ts';
import { useSession } from '../../stores/session-store.ts';
import { formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { go } from '../../ui/route.ts';
import styles from './SyncPage.module.css';

/** What waits, since when, and when the receiver was last met; of a station nobody connected yet, where that is done. */
export function Waiting({ status }: { status: SyncStatus }) {
  const { t } = useTranslation();
  const isPractice = useSession(({ session }) => session?.practice === true);
  const isHead = useSession(({ session }) => session?.role === 'head');
  const alone = status.line === 'notEnrolled' && !isPractice;
  return (
    <Panel title={t('sync.waitingTitle')} beside={t('sync.lastContact', { when: status.lastContactAt ? formatWhen(status.lastContactAt, t) : t('dates.never') })}>
      <p>{status.line === 'notEnrolled' ? t('sync.waitingAlone') : status.waiting === 0 ? t('sync.waitingNone') : status.records.waiting === 0 ? t('truth.waitingNotes') : t('sync.waitingSome', { count: status.records.waiting })}</p>
      {status.oldestWaitingAt && status.waiting > 0 && <p className={styles.faint}>{t('sync.oldest', { when: formatWhen(status.oldestWaitingAt, t) })}</p>}
      {status.lineFault && status.line !== 'idle' && status.line !== 'exchanging' && <p className={styles.faint} data-testid="line-fault">{t('sync.lineFault', { why: t(`sync.lineFaults.${status.lineFault}`) })}</p>}
      {alone && !isHead && <p className={styles.faint}>{t('sync.headConnects')}</p>}
      {alone && isHead && <Button mt="sm" size="xs" variant="light" leftSection={<IconPlugConnected size={16} />} onClick={() => { go({ page: 'accounts' }); }}>{t('sync.connect')}</Button>}
    </Panel>
  );
}
