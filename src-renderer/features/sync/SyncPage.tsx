import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { Answered } from '../../ui/Answered.tsx';
import { unitName } from '../../ui/format.ts';
import { Screen } from '../../ui/Screen.tsx';
import { ConflictInbox } from './ConflictInbox.tsx';
import { DeniedRecords } from './DeniedRecords.tsx';
import { Moved } from './Moved.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Stick } from './Stick.tsx';
import { LateAtTop } from './LateAtTop.tsx';
import { RefusedAbove } from './RefusedAbove.tsx';
import { Proxy } from './Proxy.tsx';
import styles from './SyncPage.module.css';
import { TheWay } from './TheWay.tsx';
import { useSyncCommand } from './use-sync-command.ts';
import { Waiting } from './Waiting.tsx';

/** Where the records are, in a nurse's words: what waits, who has proved what, what was refused, what differs. */
export function SyncPage() {
  const { t } = useTranslation();
  const status = useLive('syncStatus', {});
  const profile = useLive('stationProfile', {});
  const command = useSyncCommand();
  const isHead = useSession(({ session }) => session?.role === 'head');
  const nameOf = (unit: string) => {
    const known = [...(profile.answer?.path ?? []), ...(status.answer?.tiers ?? [])].find((tier) => tier.unit === unit);
    return known ? unitName(known, t) : unit;
  };
  const off = status.answer?.line === 'notEnrolled' || status.answer?.line === 'sealed';
  return (
    <Screen
      title={t('sync.title')} beside={status.answer && t(`sync.states.${status.answer.line}`)}
      actions={<Button leftSection={<IconRefresh size={17} />} disabled={off} loading={status.answer?.line === 'exchanging'} onClick={() => { void command({ command: 'syncNow' }, t('sync.started')); }}>{t('sync.now')}</Button>}
    >
      <Answered live={status} lines={6}>
        {(answer) => (
          <div className={styles.page}>
            <TheWay status={answer} profile={profile.answer} />
            {answer.movedTo && <Moved to={answer.movedTo} />}
            <Waiting status={answer} />
            {isHead && answer.late && <LateAtTop late={answer.late} />}
            {answer.refusedAbove !== undefined && answer.refusedAbove.length > 0 && <RefusedAbove rows={answer.refusedAbove} nameOf={nameOf} />}
            <div className={styles.ways}>
              <DeniedRecords command={command} nameOf={nameOf} />
              <ConflictInbox command={command} />
            </div>
            <div className={styles.ways}>
              {answer.line !== 'notEnrolled' && profile.answer && <Stick status={answer} unit={profile.answer.unit} />}
              <div className={styles.column}>
                <Neighbours isHead={isHead} />
                {isHead && answer.line !== 'notEnrolled' && <Proxy />}
              </div>
            </div>
          </div>
        )}
      </Answered>
    </Screen>
  );
}
