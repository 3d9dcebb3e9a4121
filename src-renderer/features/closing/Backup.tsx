import { Button, Progress } from '@mantine/core';
import { IconUsb } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupAnswer } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { refusalWords } from '../../ui/refusal-words.ts';
import styles from './ClosingPage.module.css';
import { useSticks } from './use-sticks.ts';

const dayMs = 86_400_000;

/** When the last copy was made and read back, what stands in its way, and a copy onto each stick that is plugged in. */
export function Backup() {
  const { t } = useTranslation();
  const status = useLive('backupStatus', {}).answer;
  const { backups } = useSession((state) => state.client);
  const sticks = useSticks();
  const [said, setSaid] = useState<string>();
  if (!status) return null;
  const attempt = async (make: () => Promise<BackupAnswer>) => {
    setSaid(undefined);
    const answer = await make().catch(() => undefined);
    if (!answer?.ok) setSaid(answer?.refusals[0] ? refusalWords(answer.refusals[0], t) : t('closing.backupProblem'));
  };
  const { onStick } = status;
  const headline = status.running ? t('closing.backupRunning') : status.last ? t('closing.backupAt', { when: formatWhen(status.last.at, t) }) : onStick ? undefined : t('closing.backupNone');
  const isOut = sticks.length > 0 || (onStick !== undefined && Date.now() - Date.parse(onStick.at) < dayMs);
  const doubts = [status.lastProblem && t('closing.backupProblem'), status.folderMissing && t('closing.backupMissing'), !status.on && t('closing.backupOff'), status.isOwnFolder && !status.folderMissing && !isOut && t('closing.backupSameDisk')].filter((words) => typeof words === 'string');
  const busy = status.running !== undefined;
  return (
    <Panel title={t('closing.backup')} tone={status.lastProblem || status.folderMissing ? 'warn' : 'plain'}>
      <div className={styles.lines} data-testid="closing-backup">
        {headline && <p><strong>{headline}</strong></p>}
        {status.running && <Progress animated value={status.running.step === 'copying' ? status.running.share * 100 : 100} aria-label={t('closing.backupRunning')} />}
        {onStick && !busy && <p role="status">{t('closing.onStick', { name: onStick.name, when: formatWhen(onStick.at, t) })}</p>}
        {said && <p role="alert">{said}</p>}
        {doubts.map((words) => <p key={words} className={styles.faint}>{words}</p>)}
        <div className={styles.papers}>
          {sticks.map(({ path, name }) => <Button key={path} variant="light" size="xs" leftSection={<IconUsb size={15} />} disabled={busy} onClick={() => { void attempt(() => backups.toStick({ path })); }}>{t('closing.toStick', { name })}</Button>)}
          <Button variant="default" size="xs" disabled={busy} onClick={() => { void attempt(() => backups.now()); }}>{t('closing.backupNow')}</Button>
        </div>
      </div>
    </Panel>
  );
}
