import { useTranslation } from 'react-i18next';
import { immunizationVoidReasons, type Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { AskReason } from '../../ui/AskReason.tsx';
import { doseName } from '../../ui/vaccine-words.ts';

interface VoidImmunizationProps { record: Immunization; /** Whose it is, for the list of unfinished forms. */ name: string; draftKey: string | undefined; onClose(): void }

/** Strikes a record out, with the reason; it stays readable, and its dose goes back to the lot. */
export function VoidImmunization({ record, name, draftKey, onClose }: VoidImmunizationProps) {
  const { t } = useTranslation();
  return (
    <AskReason
      operation="voidImmunization" form="voidImmunization" draftKey={draftKey} patientId={record.patientId} about={{ title: name, immunizationId: record._id }} strikes onClose={onClose}
      words={{ title: t('immunizations.voidTitle', { dose: doseName(record, t) }), body: t('immunizations.voidBody'), reason: t('immunizations.voidReason'), note: t('immunizations.voidNote'), confirm: t('immunizations.void'), done: t('immunizations.voidDone') }}
      reasons={immunizationVoidReasons.map((value) => ({ value, label: t(`immunizations.voidReasons.${value}`) }))} input={({ reason, note }) => ({ id: record._id, voidReason: reason, note })}
    />
  );
}
