import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { keepChange } from '../../api/keep-change.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { LoadingPage, PageOf } from '../../ui/PageState.tsx';
import { go } from '../../ui/route.ts';
import { fieldsToPatient, patientToFields, type PersonFields } from './person-form.ts';
import { PersonForm } from './PersonForm.tsx';

/** Changes what is known of a person. */
export function EditPersonPage({ id, draft }: { id: string; draft?: string }) {
  const { t } = useTranslation();
  const live = useLive('patient', { id });
  const restored = useRestoredDraft<PersonFields>({ form: 'editPerson', key: draft, patientId: id });
  if (restored === undefined) return <LoadingPage />;
  return <PageOf live={live} missing={t('people.person.missing')}>{(patient) => <Edit patient={patient} restored={restored} />}</PageOf>;
}

/** Starts from the version first seen; a change in between is refused by the station, not overwritten. */
function Edit({ patient, restored }: { patient: Patient; restored: Restored<PersonFields> | null }) {
  const { t } = useTranslation();
  const [before] = useState(patient);
  const [key] = useState(() => restored?.key ?? mintKey());
  const saving = useRun('updatePatient', key);
  const back = () => { go({ page: 'person', id: patient._id }, true); };
  return (
    <PersonForm
      title={t('people.editTitle')} submitWords={t('people.saveEdit')} form="editPerson" formKey={key} patientId={patient._id} saving={saving} onBack={back}
      before={before} initial={{ ...patientToFields(before), ...restored?.fields }} restoredAt={restored?.updatedAt}
      save={async (typed, finish) => {
        const result = await saving.run({ ...fieldsToPatient(typed, before), id: before._id, editedVersion: before.version });
        if (!result) return;
        if (result.changedSince) {
          const next = await keepChange({ form: 'editPerson', patientId: before._id, content: { fields: typed, title: typed.fullName.trim() } });
          await finish();
          notifySaved(t('encounters.alreadySaved'), [], t);
          go({ page: 'editPerson', id: before._id, draft: next }, true);
          return;
        }
        await finish();
        notifySaved(t('people.changed'), result.warnings, t);
        back();
      }}
    />
  );
}
