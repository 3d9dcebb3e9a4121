import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRestoredDraft } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { LoadingPage, MissingPage } from '../../ui/PageState.tsx';
import { go } from '../../ui/route.ts';
import { backOf, OfWoman } from './OfWoman.tsx';
import { fieldsToPostnatal, type PostnatalFields } from './postnatal-form.ts';
import { PostnatalForm } from './PostnatalForm.tsx';

/** A visit to a mother and her newborn. `from`: it was opened from a list, and leads back there. */
export function PostnatalPage({ patientId, draft, from }: { patientId: string; draft?: string; from?: string }) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<PostnatalFields>({ form: 'postnatalVisit', key: draft, patientId });
  const [fresh] = useState(mintKey);
  const formKey = restored?.key ?? fresh;
  const saving = useRun('recordPostnatalVisit', formKey);
  const back = backOf(patientId, from);
  if (restored === undefined) return <LoadingPage />;
  return (
    <OfWoman patientId={patientId}>
      {(patient, view) => {
        const of = view.pregnancies.find(({ standing }) => standing.birthId !== undefined);
        const birth = of?.births.find(({ _id }) => _id === of.standing.birthId);
        if (!of || !birth) return <MissingPage title={t('maternal.postnatal.noBirth')} />;
        const save = async (fields: PostnatalFields, finish: () => Promise<void>) => {
          const result = await saving.run(fieldsToPostnatal(fields, { patientId, pregnancyId: of.pregnancy._id }));
          if (!result) return;
          await finish();
          notifySaved(t(result.changedSince ? 'maternal.postnatal.alreadySaved' : 'maternal.postnatal.saved', { name: patient.fullName }), [], t);
          go(back, true);
        };
        return <PostnatalForm patient={patient} of={of} birth={birth} formKey={formKey} restored={restored} saving={saving} save={save} onBack={() => { go(back); }} />;
      }}
    </OfWoman>
  );
}
