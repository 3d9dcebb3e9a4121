import { IconMessageReport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Review } from '../../src-shared/domain/review/review.schema.ts';
import { fieldWords } from './field-words.ts';
import { formatWhen, reviewerName } from './format.ts';
import { Panel } from './Panel.tsx';
import styles from './Review.module.css';

/** A return in full: who, when, why, and what was said at which field. */
export function ReviewNote({ review, reply = false }: { review: Review; /** Says how the station answers. */ reply?: boolean }) {
  const { t } = useTranslation();
  return (
    <Panel tone="warn" title={<span className={styles.noteTitle}><IconMessageReport size={18} aria-hidden />{t('review.noteTitle')}</span>} beside={t('review.returnedBy', { name: reviewerName(review.reviewedBy, t), when: formatWhen(review.reviewedAt, t) })}>
      <div className={styles.note} data-testid="review-note">
        {review.comment && <p className={styles.reason}>{review.comment}</p>}
        {(review.comments ?? []).length > 0 && <ul className={styles.comments}>{(review.comments ?? []).map(({ field, text }) => <li key={field}><strong>{fieldWords(field, t)}:</strong> {text}</li>)}</ul>}
        {reply && <p className={styles.reply}>{t('review.noteReply')}</p>}
      </div>
    </Panel>
  );
}
