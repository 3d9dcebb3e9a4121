import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { refusalWords } from '../../ui/refusal-words.ts';
import styles from './ClosingPage.module.css';

/** When the last copy was made and read back, and what stands in its way. */
export function Backup() {
  const { t } = useTranslation();
  const status = useLive('backupStatus', {}).answer;
  const [said, setSaid] = useState<string>();
  if (!status) return null;
  const copyNow = async () => {
    setSaid(undefined);
    const answer = await useSession.getState().client.backups.now().catch(() => undefined);
    if (!answer?.ok) setSaid(answer?.refusals[0] ? refusalWords(answer.refusals[0], t) : t('closing.backupProblem'));
  };
  const doubts = [status.lastProblem && t('closing.backupProblem'), status.folderMissing && t('closing.backupMissing'), !status.on && t('closing.backupOff'), status.isOwnFolder && !status.folderMissing && t('closing.backupSameDisk')].filter((words) => typeof words === 'string');
  return (
    <Panel title={t('closing.backup')} tone={status.lastProblem || status.folderMissing ? 'warn' : 'plain'}>
      <div className={styles.lines} data-testid="closing-backup">
        <p><strong>{status.running ? t('closing.backupRunning') : status.last ? t('closing.backupAt', { when: formatWhen(status.last.at, t) }) : t('closing.backupNone')}</strong></p>
        {status.running && <Progress animated value={status.running.step === 'copying' ? status.running.share * 100 : 100} aria-label={t('closing.backupRunning')} />}
        {said && <p role="alert">{said}</p>}
        {doubts.map((words) => <p key={words} className={styles.faint}>{words}</p>)}
        <Button variant="default" size="xs" disabled={status.running !== undefined} onClick={() => { void copyNow(); }}>{t('closing.backupNow')}</Button>
      </div>
    </Panel>
  );
}
