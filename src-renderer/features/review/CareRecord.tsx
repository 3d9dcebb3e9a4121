import { Alert } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import type { FollowUp } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import { useHub } from '../../stores/hub-store.ts';
import { useEpisodeTexts, useFollowUpTexts, type FieldText } from '../../ui/care-texts.ts';
import styles from '../../ui/EncounterContent.module.css';
import layout from '../../ui/form.module.css';
import { formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ReviewTrail } from '../../ui/ReviewTrail.tsx';
import { ReviewBadge } from '../../ui/StatusBadge.tsx';
import { DecideRecord } from './DecideRecord.tsx';
import { FieldRemark } from './FieldRemark.tsx';
import { RecordMarks } from './RecordMarks.tsx';
import { useClaim } from './use-claim.ts';

interface CareRecordProps { answer: SubmittedRecord; toQueue(): void }

/** A condition under management to be decided on. */
export function EpisodeRecord({ episode, ...props }: CareRecordProps & { episode: Episode }) {
  return <CareRecord {...props} record={episode} texts={useEpisodeTexts(episode)} />;
}

/** A control visit to be decided on. It is never edited at the station: an error is voided there and entered anew. */
export function FollowUpRecord({ followUp, ...props }: CareRecordProps & { followUp: FollowUp }) {
  return <CareRecord {...props} record={followUp} texts={useFollowUpTexts(followUp)} />;
}

/** A record that lies over the page of its person, each of its fields to be commented on. */
export function CareRecord({ answer, record: { voided, author, createdAt }, texts, toQueue }: CareRecordProps & { record: Pick<Episode, 'voided' | 'author' | 'createdAt'>; texts: FieldText[] }) {
  const { t } = useTranslation();
  const mine = answer.reviewedBy === useHub((s) => s.session?.unit);
  const claim = useClaim(answer.unit, answer.row.recordId, mine);
  const [comments, setComments] = useState<Record<string, string>>({});
  return (
    <div className={layout.form} data-testid="hub-record">
      {voided && <Alert color="brick" variant="light" icon={<IconBan size={18} />}>{t('chronic.struck', { reason: t(`chronic.voidReasons.${voided.reason}`), name: voided.by.displayName, when: formatWhen(voided.at, t) })}</Alert>}
      <Panel title={<><ReviewBadge status={answer.row.review} /> <RecordMarks row={answer.row} all /></>} beside={[author.displayName, formatWhen(createdAt, t)].join(' · ')}>
        <div className={styles.content}>
          <dl className={styles.texts}>
            {texts.map(([field, name, value]) => value && <div key={field} data-field={field}><dt>{name}</dt><dd>{value}{mine && <FieldRemark field={field} name={name} text={comments[field] ?? ''} onChange={(text) => { setComments((all) => ({ ...all, [field]: text })); }} />}</dd></div>)}
          </dl>
        </div>
      </Panel>
      <DecideRecord key={answer.row.version} answer={answer} comments={comments} claim={claim} onDone={toQueue} />
      <Panel title={t('review.trail')}><ReviewTrail trail={answer.trail} /></Panel>
    </div>
  );
}
