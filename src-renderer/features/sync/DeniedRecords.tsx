import { Anchor, Button, Spoiler } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeniedRow } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { collectionWords } from '../../ui/collection-words.ts';
import { formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { routeToHash } from '../../ui/route.ts';
import { RecordContent } from '../../ui/RecordContent.tsx';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import { recordRoute, refusalWords } from './record-words.ts';
import styles from './SyncPage.module.css';
import type { RunSyncCommand } from './use-sync-command.ts';

/** What a unit above would not keep, why, whole on this PC, and a way to send it again. */
export function DeniedRecords({ command, nameOf }: { command: RunSyncCommand; nameOf(unit: string): string }) {
  const { t } = useTranslation();
  const live = useLive('deniedRecords', {});
  const some = (live.answer?.length ?? 0) > 0;
  return (
    <Panel title={t('sync.deniedTitle')} hint={some ? t('sync.deniedBody') : undefined} tone={some ? 'stop' : 'plain'} flush={some}>
      <Answered live={live} lines={1}>
        {(rows) => rows.length === 0 ? <p className={styles.faint}>{t('sync.deniedNone')}</p>
          : <VirtualRows rows={rows} keyOf={({ id }) => id} rowPx={81} className={styles.rows} rowClassName={styles.row} testId="denied">{(row) => <Denied row={row} command={command} nameOf={nameOf} />}</VirtualRows>}
      </Answered>
    </Panel>
  );
}

function Denied({ row, command, nameOf }: { row: DeniedRow; command: RunSyncCommand; nameOf(unit: string): string }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const route = recordRoute(row.collection, row.document);
  return (
    <>
      <div className={styles.words}>
        <strong>{collectionWords(row.collection, t)}{typeof row.document.fullName === 'string' && `: ${row.document.fullName}`}</strong>
        <span>{t('sync.deniedBy', { unit: nameOf(row.deniedBy), when: formatWhen(row.at, t) })}. {t('sync.deniedReason', { reason: refusalWords(row.reason, t) })}</span>
        {route ? <Anchor size="sm" href={routeToHash(route)}>{t('sync.showRecord')}</Anchor>
          : <Spoiler maxHeight={0} showLabel={t('sync.showContent')} hideLabel={t('common.close')} transitionDuration={0}><RecordContent document={row.document} /></Spoiler>}
      </div>
      <Button size="compact-sm" variant="default" loading={busy} leftSection={<IconRefresh size={15} />} onClick={() => { setBusy(true); void command({ command: 'retryDenied', id: row.id }, t('sync.retried')).finally(() => { setBusy(false); }); }}>{t('sync.retry')}</Button>
    </>
  );
}
