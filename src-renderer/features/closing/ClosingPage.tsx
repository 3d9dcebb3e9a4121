import { Button } from '@mantine/core';
import { IconClockExclamation, IconLock, IconMoonStars, IconPencilExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDrafts } from '../../api/use-drafts.ts';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { formatDate, timeNow, today } from '../../ui/format.ts';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { Backup } from './Backup.tsx';
import styles from './ClosingPage.module.css';
import { Unfinished } from './Unfinished.tsx';
import { WhereRecordsAre } from './WhereRecordsAre.tsx';

/** Five in the afternoon: what was done, what is left, what is safe where, and whether the PC can be switched off. */
export function ClosingPage() {
  const { t } = useTranslation();
  const view = useLive('today', {}).answer;
  const records = useLive('draftRecords', {}).answer;
  const clockBehind = useLive('stationProfile', {}).answer?.clockBehind ?? false;
  const drafts = useDrafts();
  const known = view !== undefined && records !== undefined && drafts !== undefined;
  const left = (drafts?.length ?? 0) + (records?.length ?? 0);
  const day = today();
  const sums = view && [t('closing.seen', { count: view.encountersToday }), t('closing.given', { count: view.dispensesToday }), t('closing.newPeople', { count: view.newPatientsToday })].join(' · ');
  return (
    <Screen
      title={t('closing.title')} beside={formatDate(day)} onBack={() => { go({ page: 'today' }); }}
      footer={<div className={styles.push}><Button leftSection={<IconLock size={17} />} onClick={() => { const { client, take, probe } = useSession.getState(); client.session.lock().then(take, () => probe()); }}>{t('closing.lock')}</Button></div>}
    >
      <div className={styles.page}>
        {known && (
          <section className={styles.verdict} data-tone={clockBehind ? 'stop' : left > 0 ? 'warn' : 'good'} role="status" data-testid="closing-verdict">
            {clockBehind ? <IconClockExclamation size={30} aria-hidden /> : left > 0 ? <IconPencilExclamation size={30} aria-hidden /> : <IconMoonStars size={30} aria-hidden />}
            <div>
              <h2>{clockBehind ? t('closing.clock') : left > 0 ? t('closing.notYet') : t('closing.canSwitchOff')}</h2>
              <p>{clockBehind ? t('closing.clockBody', { now: `${timeNow()} ${formatDate(day)}` }) : left > 0 ? t('closing.notYetBody') : t('closing.canSwitchOffBody')}</p>
              <p className={styles.sums}>{sums}</p>
            </div>
          </section>
        )}
        <div className={styles.columns}>
          <div className={styles.side}>
            <Unfinished drafts={drafts ?? []} records={records ?? []} known={known} />
            <Panel title={t('closing.papers')}>
              <div className={styles.papers}>
                <PaperMenu label={t('paper.register')} sizes={['A4']} paper={() => ({ paper: 'examinationRegister', from: day, to: day })} />
                <PaperMenu label={t('paper.dispensing')} paper={(size) => ({ paper: 'dispensingList', from: day, to: day, size })} />
              </div>
            </Panel>
          </div>
          <div className={styles.side}>
            <WhereRecordsAre />
            <Backup />
          </div>
        </div>
      </div>
    </Screen>
  );
}
