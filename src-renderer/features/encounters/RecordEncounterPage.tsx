import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { keepChange } from '../../api/keep-change.ts';
import { useLive } from '../../api/use-live.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { today } from '../../ui/format.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { LoadingPage, PageOf } from '../../ui/PageState.tsx';
import { go } from '../../ui/route.ts';
import { emptyEncounter, fieldsToEncounter, type EncounterFields } from './encounter-form.ts';
import { EncounterForm, type SaveEncounter } from './EncounterForm.tsx';
import { LastEncounter } from './LastEncounter.tsx';

interface RecordEncounterPageProps { kind: 'checkup' | 'visit'; patientId: string; draft?: string }

/** A new checkup or visit of one person. */
export function RecordEncounterPage({ kind, patientId, draft }: RecordEncounterPageProps) {
  const { t } = useTranslation();
  const person = useLive('patient', { id: patientId });
  const restored = useRestoredDraft<EncounterFields>({ form: kind, key: draft, patientId });
  if (restored === undefined) return <LoadingPage />;
  return <PageOf live={person} missing={t('people.person.missing')}>{(patient) => <Record kind={kind} patient={patient} restored={restored} />}</PageOf>;
}

function Record({ kind, patient, restored }: { kind: 'checkup' | 'visit'; patient: Patient; restored: Restored<EncounterFields> | null }) {
  const { t } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const [initial] = useState(() => restored?.fields ?? emptyEncounter(today()));
  const saving = useRun(kind === 'checkup' ? 'recordCheckup' : 'recordVisit', key);
  const save: SaveEncounter = async (fields, status, finish, then) => {
    const result = await saving.run({ ...fieldsToEncounter(fields, patient._id), status });
    if (!result) return;
    if (result.changedSince) {
      const draft = await keepChange({ form: 'amend', patientId: patient._id, content: { fields, title: patient.fullName, encounterId: result.id } });
      await finish();
      notifySaved(t('encounters.alreadySaved'), [], t);
      go({ page: 'amend', id: result.id, draft }, true);
      return;
    }
    await finish();
    const facts = { kind: t(`encounters.kinds.${kind}`), name: patient.fullName };
    notifySaved(then === 'handOver' ? t('encounters.handedOver', facts) : status === 'draft' ? t('encounters.draftSaved', facts) : t('encounters.submitted', facts), result.warnings, t);
    go(then === 'dispense' ? { page: 'dispense', patientId: patient._id, encounterId: result.id } : { page: 'person', id: patient._id }, true);
  };
  return (
    <EncounterForm
      title={t(`encounters.kinds.${kind}`)} kind={kind} patient={patient} form={kind} formKey={key} initial={initial} restoredAt={restored?.updatedAt}
      saving={saving} save={save} onBack={() => { go({ page: 'person', id: patient._id }); }} notice={<LastEncounter patientId={patient._id} />}
    />
  );
}
