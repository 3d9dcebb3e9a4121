import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictRow, ConflictSide } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { Answered } from '../../ui/Answered.tsx';
import { collectionWords } from '../../ui/collection-words.ts';
import { fieldWords } from '../../ui/field-words.ts';
import { formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { routeToHash } from '../../ui/route.ts';
import { valueWords } from '../../ui/value-words.ts';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import { recordRoute } from './record-words.ts';
import styles from './SyncPage.module.css';
import type { RunSyncCommand } from './use-sync-command.ts';

/** "Which of these two?": both values side by side, with who wrote them, when and on which PC. */
export function ConflictInbox({ command }: { command: RunSyncCommand }) {
  const { t } = useTranslation();
  const live = useLive('conflictInbox', {});
  const open = (live.answer ?? []).filter(({ resolved }) => !resolved);
  return (
    <Panel title={t('sync.conflictsTitle')} hint={open.length > 0 ? t('sync.conflictsBody') : undefined} tone={open.length > 0 ? 'warn' : 'plain'}>
      <Answered live={live} lines={1}>
        {() => open.length === 0 ? <p className={styles.faint}>{t('sync.conflictsNone')}</p>
          : <VirtualRows rows={open} keyOf={({ id }) => id} rowPx={220} className={styles.conflicts} testId="conflicts">{(row) => <Conflict row={row} command={command} />}</VirtualRows>}
      </Answered>
    </Panel>
  );
}

function Conflict({ row, command }: { row: ConflictRow; command: RunSyncCommand }) {
  const { t, i18n } = useTranslation();
  const value = (field: string, given: unknown) => valueWords(field, given, t, i18n.language) || t('sync.emptyValue');
  const [busy, setBusy] = useState<'kept' | 'other' | undefined>();
  const choose = (side: 'kept' | 'other') => { setBusy(side); void command({ command: 'resolveConflict', id: row.id, choose: side, version: row.version }, t('sync.resolved')).finally(() => { setBusy(undefined); }); };
  const route = recordRoute(row.collection, { _id: row.recordId });
  const accounts = useSession(({ session }) => session?.accounts ?? []);
  const who = (side: ConflictSide): string => side.name ?? (side.isHere ? accounts.find(({ account }) => account === side.by)?.displayName : undefined) ?? t('sync.account', { account: side.by });
  const said = (side: ConflictSide) => (
    <>
      <span>{t('sync.by', { who: side.by === 'merge' ? t('sync.merged') : who(side), when: formatWhen(side.at, t) })}</span>
      {side.by !== 'merge' && <span>{side.isHere ? t('sync.onThisPc') : side.pc ? t('sync.onNamedPc', { name: side.pc }) : t('sync.onOtherPc')}</span>}
    </>
  );
  return (
    <>
      <p className={styles.conflictTitle}>
        <strong>{collectionWords(row.collection, t)}{row.patientName && `: ${row.patientName}`}</strong> · {t('sync.which')}
        {route && <Anchor size="sm" href={routeToHash(route)}>{t('sync.showRecord')}</Anchor>}
      </p>
      <table className={styles.sides}>
        <thead>
          <tr>
            <th />
            <th>{t('sync.kept')}{said(row.kept)}</th>
            <th>{t('sync.other')}{said(row.other)}</th>
          </tr>
        </thead>
        <tbody>
          {row.fields.map(({ field, kept, other }) => (
            <tr key={field}><th scope="row">{fieldWords(field, t)}</th><td>{value(field, kept)}</td><td>{value(field, other)}</td></tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <td><Button size="compact-sm" variant="light" loading={busy === 'kept'} disabled={busy !== undefined} onClick={() => { choose('kept'); }}>{t('sync.keepThis')}</Button></td>
            <td><Button size="compact-sm" variant="light" loading={busy === 'other'} disabled={busy !== undefined} onClick={() => { choose('other'); }}>{t('sync.useThis')}</Button></td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}
