import { useTranslation } from 'react-i18next';
import type { Encounter } from '../../src-shared/domain/encounter/encounter.schema.ts';
import type { ReviewStatus } from '../../src-shared/domain/review/derive-review-status.ts';
import styles from './Badge.module.css';

const tones = { draft: 'warn', submitted: 'calm', amended: 'info', voided: 'stop' } as const;

/** Draft, submitted, amended or voided. */
export function StatusBadge({ status }: { status: Encounter['status'] }) {
  const { t } = useTranslation();
  return <Badge tone={tones[status]}>{t(`encounters.statuses.${status}`)}</Badge>;
}

const reviewTones = { submitted: 'calm', returned: 'warn', accepted: 'good' } as const;

/** To review, returned or accepted. */
export function ReviewBadge({ status }: { status: ReviewStatus }) {
  const { t } = useTranslation();
  return <Badge tone={reviewTones[status]}>{t(`review.states.${status}`)}</Badge>;
}

/** A small word with a colour of its own; the word alone says it too. */
export function Badge({ tone, children }: { tone: 'calm' | 'good' | 'warn' | 'info' | 'stop'; children: React.ReactNode }) {
  return <span className={styles.badge} data-tone={tone}>{children}</span>;
}
