import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { today } from '../../ui/format.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { LoadingPage, PageOf } from '../../ui/PageState.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { emptyDispense, fieldsToDispense, type DispenseFields } from './dispense-form.ts';
import { DispenseForm } from './DispenseForm.tsx';

/** Gives medicine to a person: who first, then what. */
export function DispensePage({ patientId, encounterId, draft }: { patientId?: string; encounterId?: string; draft?: string }) {
  const { t } = useTranslation();
  if (patientId === undefined) {
    return (
      <Screen title={t('supply.dispenseTitle')} beside={t('supply.choosePatient')} onBack={() => { go({ page: 'store' }); }}>
        <PersonPicker onPick={(id) => { go({ page: 'dispense', patientId: id }); }} />
      </Screen>
    );
  }
  return <DispenseTo key={patientId} patientId={patientId} encounterId={encounterId} draft={draft} />;
}

function DispenseTo({ patientId, encounterId, draft }: { patientId: string; encounterId?: string; draft?: string }) {
  const { t } = useTranslation();
  const person = useLive('patient', { id: patientId });
  const restored = useRestoredDraft<DispenseFields>({ form: 'dispense', key: draft, patientId, encounterId });
  if (restored === undefined) return <LoadingPage />;
  return <PageOf live={person} missing={t('people.person.missing')}>{(patient) => <Dispense patient={patient} encounterId={encounterId} restored={restored} />}</PageOf>;
}

function Dispense({ patient, encounterId, restored }: { patient: Patient; encounterId?: string; restored: Restored<DispenseFields> | null }) {
  const { t } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const [initial] = useState(() => restored?.fields ?? emptyDispense(today()));
  const saving = useRun('dispenseMedicine', key);
  const back = () => { go({ page: 'person', id: patient._id }); };
  return (
    <DispenseForm
      patient={patient} encounterId={encounterId} formKey={key} initial={initial} restoredAt={restored?.updatedAt} saving={saving} onBack={back}
      save={async (fields, finish) => {
        const result = await saving.run(fieldsToDispense(fields, patient._id, encounterId));
        if (!result) return;
        await finish();
        notifySaved(result.changedSince ? t('supply.alreadySaved') : t('supply.dispensed', { name: patient.fullName }), result.warnings, t);
        go({ page: 'person', id: patient._id }, true);
      }}
    />
  );
}
