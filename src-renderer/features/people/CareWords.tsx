import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import type { FollowUp } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import { conditionName, followUpSummary } from '../../ui/care-words.ts';
import { formatDate } from '../../ui/format.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './Timeline.module.css';

/** A condition taken under management, in the timeline: which, how it was found, and what became of it. */
export function EpisodeWords({ episode, mark }: { episode: Episode; mark?: ReactNode }) {
  const { t } = useTranslation();
  const last = episode.statusChanges.at(-1);
  const became = last !== undefined && last.status !== 'active' && t('chronic.episode.line', { status: t(`chronic.statuses.${last.status}`), on: formatDate(last.on) });
  return <CareLine kind={`${t('chronic.timeline.enrolled')}: ${conditionName(episode.condition, t)}`} record={episode} mark={mark} summary={[episode.icd10, t(`chronic.foundBys.${episode.foundBy}`), became].filter(Boolean).join(' · ')} />;
}

/** A control visit of the timeline: what was measured and heard. */
export function FollowUpWords({ followUp, mark }: { followUp: FollowUp; mark?: ReactNode }) {
  const { t, i18n } = useTranslation();
  return <CareLine kind={t('chronic.timeline.followUp')} record={followUp} mark={mark} summary={followUpSummary(followUp, t, i18n.language)} />;
}

function CareLine({ kind, record: { voided, author }, mark, summary }: { kind: string; record: Pick<Episode, 'voided' | 'author'>; mark: ReactNode; summary: string }) {
  const { t } = useTranslation();
  return (
    <span className={styles.words}>
      <span className={styles.kind}>{kind} {mark} {voided && <Badge tone="stop">{t('chronic.panel.voided')}</Badge>}</span>
      <span className={styles.summary}>{summary}</span>
      <span className={styles.by}>{author.displayName}</span>
    </span>
  );
}
