import { useTranslation } from 'react-i18next';
import { chronicVoidReasons } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import type { FollowUp } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import { AskReason } from '../../ui/AskReason.tsx';
import { conditionName } from '../../ui/care-words.ts';
import { formatDate } from '../../ui/format.ts';

interface VoidProps { /** Whose it is, for the list of unfinished forms. */ name: string; draftKey: string | undefined; onClose(): void }

const useReasons = () => {
  const { t } = useTranslation();
  return chronicVoidReasons.map((value) => ({ value, label: t(`chronic.voidReasons.${value}`) }));
};

/** Strikes a condition out that the person never had; it stays readable. */
export function VoidEpisode({ episode, name, draftKey, onClose }: VoidProps & { episode: Episode }) {
  const { t } = useTranslation();
  return (
    <AskReason
      operation="voidEpisode" form="voidEpisode" draftKey={draftKey} patientId={episode.patientId} about={{ title: name, episodeId: episode._id }} strikes onClose={onClose}
      words={{ title: t('chronic.episode.voidTitle', { condition: conditionName(episode.condition, t) }), body: t('chronic.episode.voidBody'), reason: t('chronic.voidReason'), note: t('chronic.voidNote'), confirm: t('chronic.episode.void'), done: t('chronic.episode.voidDone') }}
      reasons={useReasons()} input={({ reason, note }) => ({ id: episode._id, voidReason: reason, note })}
    />
  );
}

/** Strikes a control visit out; it is entered anew where it happened otherwise. */
export function VoidFollowUp({ visit, name, draftKey, onClose }: VoidProps & { visit: FollowUp }) {
  const { t } = useTranslation();
  return (
    <AskReason
      operation="voidFollowUp" form="voidFollowUp" draftKey={draftKey} patientId={visit.patientId} about={{ title: name, followUpId: visit._id }} strikes onClose={onClose}
      words={{ title: t('chronic.visit.voidTitle', { on: formatDate(visit.occurredOn) }), body: t('chronic.visit.voidBody'), reason: t('chronic.voidReason'), note: t('chronic.voidNote'), confirm: t('chronic.visit.void'), done: t('chronic.visit.voidDone') }}
      reasons={useReasons()} input={({ reason, note }) => ({ id: visit._id, voidReason: reason, note })}
    />
  );
}
