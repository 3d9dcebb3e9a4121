import { Button } from '@mantine/core';
import { IconAlertTriangle, IconClockExclamation, IconLock, IconMoonStars, IconPencilExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDrafts } from '../../api/use-drafts.ts';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { formatDate, timeNow, today } from '../../ui/format.ts';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { ProgramVersion } from '../../ui/ProgramVersion.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { Backup } from './Backup.tsx';
import styles from './ClosingPage.module.css';
import { closingVerdict, type ClosingVerdict } from './closing-verdict.ts';
import { Unfinished } from './Unfinished.tsx';
import { VaccinesGiven } from './VaccinesGiven.tsx';
import { WhereRecordsAre } from './WhereRecordsAre.tsx';

const looks = {
  fileDamaged: { tone: 'stop', icon: IconAlertTriangle }, diskFull: { tone: 'stop', icon: IconAlertTriangle }, clock: { tone: 'stop', icon: IconClockExclamation },
  notYet: { tone: 'warn', icon: IconPencilExclamation }, canSwitchOff: { tone: 'good', icon: IconMoonStars },
} as const;

/** Five in the afternoon: what was done, what is left, what is safe where, and whether the PC can be switched off. */
export function ClosingPage() {
  const { t } = useTranslation();
  const view = useLive('today', {}).answer;
  const records = useLive('draftRecords', {}).answer;
  const profile = useLive('stationProfile', {}).answer;
  const unreachable = useSession((state) => state.unreachable);
  const drafts = useDrafts();
  const known = records !== undefined && drafts !== undefined;
  const verdict = known && view && profile && !unreachable ? closingVerdict(profile, drafts.length + records.length) : undefined;
  const day = today();
  const sums = view && [t('closing.seen', { count: view.encountersToday }), t('closing.given', { count: view.dispensesToday }), t('closing.newPeople', { count: view.newPatientsToday })].join(' · ');
  return (
    <Screen
      title={t('closing.title')} beside={formatDate(day)} onBack={() => { go({ page: 'today' }); }}
      footer={<div className={styles.push}><Button leftSection={<IconLock size={17} />} onClick={() => { const { client, take, probe } = useSession.getState(); client.session.lock().then(take, () => probe()); }}>{t('closing.lock')}</Button></div>}
    >
      <div className={styles.page}>
        {verdict && <Verdict verdict={verdict} body={t(`closing.${verdict}Body`, { now: `${timeNow()} ${formatDate(day)}` })} sums={sums} />}
        <div className={styles.columns}>
          <div className={styles.side}>
            <Unfinished drafts={drafts ?? []} records={records ?? []} known={known} />
            <VaccinesGiven />
            <Panel title={t('closing.papers')}>
              <div className={styles.papers}>
                <PaperMenu label={t('paper.register')} sizes={['A4']} paper={() => ({ paper: 'examinationRegister', from: day, to: day })} />
                <PaperMenu label={t('paper.dispensing')} paper={(size) => ({ paper: 'dispensingList', from: day, to: day, size })} />
              </div>
            </Panel>
          </div>
          <div className={styles.side}>
            <WhereRecordsAre damaged={profile?.fileDamaged ?? false} />
            <Backup />
            <ProgramVersion onlyNews />
          </div>
        </div>
      </div>
    </Screen>
  );
}

function Verdict({ verdict, body, sums }: { verdict: ClosingVerdict; body: string; sums: string | undefined }) {
  const { t } = useTranslation();
  const { tone, icon: Icon } = looks[verdict];
  return (
    <section className={styles.verdict} data-tone={tone} role="status" data-testid="closing-verdict">
      <Icon size={30} aria-hidden />
      <div>
        <h2>{t(`closing.${verdict}`)}</h2>
        <p>{body}</p>
        <p className={styles.sums}>{sums}</p>
      </div>
    </section>
  );
}
