import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaternalCareView } from '../../../src-shared/contract/queries.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { today } from '../../ui/format.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { LoadingPage, MissingPage } from '../../ui/PageState.tsx';
import { go } from '../../ui/route.ts';
import { OfWoman } from './OfWoman.tsx';
import { emptyPregnancy, fieldsToPregnancy, pregnancyToFields, type PregnancyFields } from './pregnancy-form.ts';
import { PregnancyForm } from './PregnancyForm.tsx';

/** A new pregnancy of a woman, or one that is corrected (`id`). */
export function PregnancyPage({ patientId, id, draft }: { patientId: string; id?: string; draft?: string }) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<PregnancyFields>({ form: id === undefined ? 'pregnancy' : 'amendPregnancy', key: draft, patientId });
  if (restored === undefined) return <LoadingPage />;
  return (
    <OfWoman patientId={patientId}>
      {(patient, view) => {
        if (id === undefined) return <Register patient={patient} view={view} restored={restored} />;
        return view.pregnancies.some(({ pregnancy }) => pregnancy._id === id) ? <Amend patient={patient} view={view} id={id} restored={restored} /> : <MissingPage title={t('refusals.PregnancyNotFound')} />;
      }}
    </OfWoman>
  );
}

interface OneOfThem { patient: Patient; view: MaternalCareView; restored: Restored<PregnancyFields> | null }

function Register({ patient, view, restored }: OneOfThem) {
  const { t } = useTranslation();
  const [formKey] = useState(() => restored?.key ?? mintKey());
  const [initial] = useState(() => emptyPregnancy(today(), view.pregnancies.find(({ pregnancy }) => pregnancy.voided === undefined)?.pregnancy));
  const saving = useRun('registerPregnancy', formKey);
  const back = () => { go({ page: 'person', id: patient._id }, true); };
  return (
    <PregnancyForm
      title={t('maternal.register.title')} submitWords={t('maternal.register.save')} form="pregnancy" patient={patient} view={view} before={undefined} formKey={formKey} initial={{ ...initial, ...restored?.fields }} restoredAt={restored?.updatedAt} saving={saving} onBack={back}
      save={async (fields, finish) => {
        const result = await saving.run({ ...fieldsToPregnancy(fields), patientId: patient._id });
        if (!result) return;
        await finish();
        notifySaved(t(result.changedSince ? 'maternal.register.alreadySaved' : 'maternal.register.saved', { name: patient.fullName }), [], t);
        back();
      }}
    />
  );
}

/** Starts from the version first seen; a change in between is refused by the station, not overwritten. */
function Amend({ patient, view, id, restored }: OneOfThem & { id: string }) {
  const { t } = useTranslation();
  const [formKey] = useState(() => restored?.key ?? mintKey());
  const [before] = useState(() => view.pregnancies.find(({ pregnancy }) => pregnancy._id === id)?.pregnancy);
  const saving = useRun('amendPregnancy', formKey);
  const back = () => { go({ page: 'person', id: patient._id }, true); };
  if (!before) return null;
  return (
    <PregnancyForm
      title={t('maternal.register.amendTitle')} submitWords={t('maternal.register.saveAmend')} form="amendPregnancy" patient={patient} view={view} before={before} formKey={formKey} initial={{ ...pregnancyToFields(before), ...restored?.fields }} restoredAt={restored?.updatedAt} saving={saving} onBack={back}
      save={async (fields, finish) => {
        const result = await saving.run({ ...fieldsToPregnancy(fields), id, editedVersion: before.version });
        if (!result) return;
        await finish();
        notifySaved(t(result.changedSince ? 'maternal.register.alreadySaved' : 'maternal.register.amended', { name: patient.fullName }), [], t);
        back();
      }}
    />
  );
}
