import { useTranslation } from 'react-i18next';
import { undoReasons, type Dispense } from '../../../src-shared/domain/supply/supply.schema.ts';
import { AskReason } from '../../ui/AskReason.tsx';

/** Gives what was dispensed back to its lots, with the reason; the record stays to be seen. */
export function UndoDispense({ dispense, draftKey, onClose }: { dispense: Dispense; draftKey: string | undefined; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <AskReason
      operation="reverseStock" form="undoDispense" draftKey={draftKey} patientId={dispense.patientId} about={{ title: dispense.items.map(({ medicineName }) => medicineName).join(', '), dispenseId: dispense._id }} strikes onClose={onClose}
      words={{ title: t('supply.undoDispense'), body: t('supply.undoDispenseBody'), reason: t('supply.undoReason'), confirm: t('supply.undoDispense'), done: t('supply.undone') }}
      reasons={undoReasons.map((value) => ({ value, label: t(`supply.undoReasons.${value}`) }))} input={({ reason }) => ({ dispenseId: dispense._id, reason })}
    />
  );
}
