import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRestoredDraft } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { LoadingPage, MissingPage } from '../../ui/PageState.tsx';
import { go } from '../../ui/route.ts';
import { fieldsToBirth, type BirthFields } from './birth-form.ts';
import { BirthForm } from './BirthForm.tsx';
import { backOf, OfWoman } from './OfWoman.tsx';

/** The birth that ends a pregnancy; saved, the form of the first living child opens, filled in already. */
export function BirthPage({ patientId, draft, from }: { patientId: string; draft?: string; from?: string }) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<BirthFields>({ form: 'birth', key: draft, patientId });
  const [fresh] = useState(mintKey);
  const formKey = restored?.key ?? fresh;
  const saving = useRun('recordBirth', formKey);
  if (restored === undefined) return <LoadingPage />;
  return (
    <OfWoman patientId={patientId}>
      {(patient, view) => {
        const of = view.pregnancies.find(({ standing }) => standing.kind === 'antenatal');
        if (!of) return <MissingPage title={t('maternal.form.noPregnancy')} />;
        const save = async (fields: BirthFields, finish: () => Promise<void>) => {
          const input = fieldsToBirth(fields, { patientId, pregnancyId: of.pregnancy._id });
          const result = await saving.run(input);
          if (!result) return;
          await finish();
          notifySaved(t(result.changedSince ? 'maternal.birth.alreadySaved' : 'maternal.birth.saved', { name: patient.fullName }), [], t);
          const living = input.babies.findIndex(({ status }) => status === 'live');
          go(living < 0 || result.changedSince ? { page: 'person', id: patientId } : { page: 'register', motherId: patientId, birthId: result.id, baby: String(living) }, true);
        };
        return <BirthForm patient={patient} of={of} formKey={formKey} restored={restored} saving={saving} save={save} onBack={() => { go(backOf(patientId, from)); }} />;
      }}
    </OfWoman>
  );
}
