import { useTranslation } from 'react-i18next';
import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import { EncounterContent, type EncounterContentFields } from '../../ui/EncounterContent.tsx';
import { formatWhen, reviewerName } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import note from '../../ui/Review.module.css';

/** The version that was returned last, to stand beside the corrected one; where they differ it says so. */
export function ComparedPanel({ compared }: { compared: NonNullable<SubmittedRecord['compared']> }) {
  const { t } = useTranslation();
  const differs = new Set(compared.differences.map(({ field }) => field));
  return (
    <Panel title={t('review.states.returned')} beside={t('review.returnedBy', { name: reviewerName(compared.review.reviewedBy, t), when: formatWhen(compared.review.reviewedAt, t) })}>
      <div data-testid="returned-version">
        <EncounterContent encounter={compared.before as EncounterContentFields} note={(field) => (differs.has(field) ? <span className={note.differs} aria-hidden>≠</span> : null)} />
      </div>
    </Panel>
  );
}
