import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheckFilled, IconClockHour4, IconCloudOff, IconHandStop, IconRefresh } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../../src-shared/contract/queries.ts';
import { say } from '../../i18n/say.ts';
import { useSession } from '../../stores/session-store.ts';
import { formatWhen, unitName } from '../../ui/format.ts';
import { go } from '../../ui/route.ts';
import styles from './TruthLine.module.css';
import { truthLine, type TruthWords } from './truth-line.ts';

/** The line in the frame that always tells the truth; opens the Sync page. */
export function TruthLine({ status, unreachable }: { status: SyncStatus | undefined; unreachable: boolean }) {
  const { t } = useTranslation();
  const isHead = useSession(({ session }) => session?.role === 'head');
  const isPractice = useSession(({ session }) => session?.practice === true);
  if (unreachable) return <Line tone="warn" icon={<IconAlertTriangle size={18} />} head={t('common.offlineTitle')} details={[]} />;
  if (!status) return <Line tone="calm" icon={<IconRefresh size={18} />} head={t('truth.unknown')} details={[]} />;
  const { tone, head, details } = truthLine(status, isHead, isPractice);
  return <Line tone={tone} icon={iconOf(status, tone)} head={sayTruth(head, t)} details={details.map((words) => sayTruth(words, t))} />;
}

function Line({ tone, icon, head, details }: { tone: string; icon: React.ReactNode; head: string; details: string[] }) {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={styles.line} data-tone={tone} data-testid="truth-line" onClick={() => { go({ page: 'sync' }); }} title={t('frame.toSync')}>
      <span className={styles.icon} aria-hidden>{icon}</span>
      <span className={styles.words} aria-live="polite">
        <strong>{head}</strong>
        {details.map((detail) => <span key={detail}>{detail}</span>)}
      </span>
    </UnstyledButton>
  );
}

function sayTruth({ key, count, unit, when }: TruthWords, t: TFunction): string {
  return say(t, `truth.${key}`, { count, unit: unit && unitName(unit, t), when: when && formatWhen(when, t) });
}

function iconOf({ line }: SyncStatus, tone: string) {
  if (tone === 'proved') return <IconCircleCheckFilled size={18} />;
  if (tone === 'stop') return <IconHandStop size={18} />;
  if (tone === 'warn') return <IconAlertTriangle size={18} />;
  if (line === 'noLine' || line === 'notEnrolled') return <IconCloudOff size={18} />;
  return line === 'exchanging' ? <IconRefresh size={18} className={styles.turning} /> : <IconClockHour4 size={18} />;
}
