import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { useRestoredDraft } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { today } from '../../ui/format.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { LoadingPage, PageOf } from '../../ui/PageState.tsx';
import { go, type Route } from '../../ui/route.ts';
import { emptyFollowUp, fieldsToFollowUp, type FollowUpFields } from './follow-up-form.ts';
import { FollowUpForm, type SaveFollowUp } from './FollowUpForm.tsx';

/** A control visit of one person. `from`: it was opened from the list of who is due, and leads back there. */
export function FollowUpPage({ patientId, draft, from }: { patientId: string; draft?: string; from?: string }) {
  const { t } = useTranslation();
  const person = useLive('patient', { id: patientId });
  const care = useLive('chronicCare', { patientId });
  const restored = useRestoredDraft<FollowUpFields>({ form: 'followUp', key: draft, patientId });
  const [fresh] = useState(mintKey);
  const formKey = restored?.key ?? fresh;
  const saving = useRun('recordFollowUp', formKey);
  const back: Route = from === 'chronic' ? { page: 'chronic' } : { page: 'person', id: patientId };
  if (restored === undefined) return <LoadingPage />;
  return (
    <PageOf live={person} missing={t('people.person.missing')}>
      {(patient) => {
        const save: SaveFollowUp = async (fields, finish) => {
          const result = await saving.run(fieldsToFollowUp(fields, patientId));
          if (!result) return;
          await finish();
          notifySaved(t(result.changedSince ? 'chronic.form.alreadySaved' : 'chronic.form.saved', { name: patient.fullName }), [], t);
          go(back, true);
        };
        return (
          <PageOf live={care} missing={t('people.person.missing')}>
            {(view) => <FollowUpForm patient={patient} view={view} formKey={formKey} initial={restored?.fields ?? emptyFollowUp(today())} restoredAt={restored?.updatedAt} saving={saving} save={save} onBack={() => { go(back); }} />}
          </PageOf>
        );
      }}
    </PageOf>
  );
}
