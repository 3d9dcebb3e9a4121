import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRestoredDraft } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { LoadingPage, MissingPage } from '../../ui/PageState.tsx';
import { go } from '../../ui/route.ts';
import { fieldsToAntenatal, type AntenatalFields } from './antenatal-form.ts';
import { AntenatalForm } from './AntenatalForm.tsx';
import { backOf, OfWoman } from './OfWoman.tsx';

/** An antenatal visit of one woman. `from`: it was opened from a list, and leads back there. */
export function AntenatalPage({ patientId, draft, from }: { patientId: string; draft?: string; from?: string }) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<AntenatalFields>({ form: 'antenatalVisit', key: draft, patientId });
  const [fresh] = useState(mintKey);
  const formKey = restored?.key ?? fresh;
  const saving = useRun('recordAntenatalVisit', formKey);
  const back = backOf(patientId, from);
  if (restored === undefined) return <LoadingPage />;
  return (
    <OfWoman patientId={patientId}>
      {(patient, view) => {
        const of = view.pregnancies.find(({ standing }) => standing.kind === 'antenatal');
        if (!of) return <MissingPage title={t('maternal.form.noPregnancy')} />;
        const save = async (fields: AntenatalFields, finish: () => Promise<void>) => {
          const result = await saving.run(fieldsToAntenatal(fields, { patientId, pregnancyId: of.pregnancy._id }));
          if (!result) return;
          await finish();
          notifySaved(t(result.changedSince ? 'maternal.form.alreadySaved' : 'maternal.form.saved', { name: patient.fullName }), [], t);
          go(back, true);
        };
        return <AntenatalForm patient={patient} of={of} measuredToday={view.measuredToday} formKey={formKey} restored={restored} saving={saving} save={save} onBack={() => { go(back); }} />;
      }}
    </OfWoman>
  );
}
