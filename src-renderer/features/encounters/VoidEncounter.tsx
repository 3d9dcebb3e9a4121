import { useTranslation } from 'react-i18next';
import { voidReasons } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { AskReason } from '../../ui/AskReason.tsx';

interface VoidEncounterProps { id: string; /** Whose it is, for the list of unfinished forms. */ title: string; draftKey: string | undefined; onClose(): void }

/** Strikes an encounter out, with the reason; it stays readable. */
export function VoidEncounter({ id, title, draftKey, onClose }: VoidEncounterProps) {
  const { t } = useTranslation();
  return (
    <AskReason
      operation="voidEncounter" form="void" draftKey={draftKey} about={{ title, encounterId: id }} strikes onClose={onClose}
      words={{ title: t('encounters.voidTitle'), body: t('encounters.voidBody'), reason: t('encounters.voidReason'), note: t('encounters.voidNote'), confirm: t('encounters.voidConfirm'), done: t('encounters.voidDone') }}
      reasons={voidReasons.map((value) => ({ value, label: t(`encounters.voidReasons.${value}`) }))} input={({ reason, note }) => ({ id, voidReason: reason, note })}
    />
  );
}
