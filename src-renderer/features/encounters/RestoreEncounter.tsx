import { useTranslation } from 'react-i18next';
import { AskReason } from '../../ui/AskReason.tsx';

interface RestoreEncounterProps { id: string; /** Whose it is, for the list of unfinished forms. */ title: string; draftKey: string | undefined; onClose(): void }

/** Takes an encounter back that was voided by mistake, with the reason. */
export function RestoreEncounter({ id, title, draftKey, onClose }: RestoreEncounterProps) {
  const { t } = useTranslation();
  return (
    <AskReason
      operation="restoreEncounter" form="restore" draftKey={draftKey} about={{ title, encounterId: id }} onClose={onClose} reasons={[]}
      words={{ title: t('encounters.restoreTitle'), body: t('encounters.restoreBody'), reason: t('encounters.restoreReason'), confirm: t('encounters.restoreConfirm'), done: t('encounters.restoreDone') }}
      input={({ note = '' }) => ({ id, restoreReason: note })}
    />
  );
}
