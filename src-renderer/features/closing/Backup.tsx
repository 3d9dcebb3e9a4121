import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import styles from './ClosingPage.module.css';

/** When the last copy was made and read back, and what stands in its way. */
export function Backup() {
  const { t } = useTranslation();
  const status = useLive('backupStatus', {}).answer;
  if (!status) return null;
  const doubts = [status.lastProblem && t('closing.backupProblem'), status.folderMissing && t('closing.backupMissing'), !status.on && t('closing.backupOff'), status.isOwnFolder && !status.folderMissing && t('closing.backupSameDisk')].filter((words) => typeof words === 'string');
  return (
    <Panel title={t('closing.backup')} tone={status.lastProblem || status.folderMissing ? 'warn' : 'plain'}>
      <div className={styles.lines} data-testid="closing-backup">
        <p><strong>{status.running ? t('closing.backupRunning') : status.last ? t('closing.backupAt', { when: formatWhen(status.last.at, t) }) : t('closing.backupNone')}</strong></p>
        {doubts.map((words) => <p key={words} className={styles.faint}>{words}</p>)}
      </div>
    </Panel>
  );
}
