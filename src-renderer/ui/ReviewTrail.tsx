import { IconArrowBackUp, IconCheck, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TrailStep } from '../../src-shared/domain/review/derive-review-trail.ts';
import { fieldWords } from './field-words.ts';
import { formatWhen, reviewerName } from './format.ts';
import styles from './Review.module.css';

/** Every return with its correction and every acceptance, in the order they happened. */
export function ReviewTrail({ trail }: { trail: readonly TrailStep[] }) {
  const { t } = useTranslation();
  if (trail.length === 0) return <p className={styles.reply}>{t('review.trailNone')}</p>;
  return (
    <ol className={styles.trail} data-testid="review-trail">
      {trail.map(({ review, correction }) => {
        const facts = { name: reviewerName(review.reviewedBy, t), when: formatWhen(review.reviewedAt, t) };
        const isReturn = review.decision === 'returned';
        return (
          <li key={review._id}>
            {isReturn ? <IconArrowBackUp size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}
            <div>
              <span>{isReturn ? t('review.trailReturned', facts) : t('review.trailAccepted', facts)}{review.comment && <>: <q>{review.comment}</q></>}</span>
              {(review.comments ?? []).map(({ field, text }) => <span key={field} className={styles.under}>{fieldWords(field, t)}: {text}</span>)}
              {isReturn && (
                <span className={styles.correction} data-open={correction ? undefined : true}>
                  <IconPencil size={14} aria-hidden />
                  {correction ? <>{t('review.trailCorrected', { name: correction.by.displayName, when: formatWhen(correction.at, t) })}{correction.reason && <>: <q>{correction.reason}</q></>}</> : t('review.trailOpen')}
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
