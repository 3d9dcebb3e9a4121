import { useTranslation } from 'react-i18next';
import type { MaternalCareView } from '../../../src-shared/contract/queries.ts';
import type { Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import { askAboutPregnancy, validatePregnancy } from '../../../src-shared/domain/maternal/validate-pregnancy.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useDraft } from '../../api/use-draft.ts';
import { today } from '../../ui/format.ts';
import { AllergyLine } from '../../ui/PersonHeader.tsx';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { FormFrame, type Saving } from '../../ui/FormFrame.tsx';
import { fieldsToPregnancy, pregnancyMeasures, pregnancyProblems, type PregnancyFields } from './pregnancy-form.ts';
import { PregnancyFieldsets } from './PregnancyFieldsets.tsx';

interface PregnancyFormProps {
  title: string; submitWords: string; form: 'pregnancy' | 'amendPregnancy'; patient: Patient; view: MaternalCareView; /** The one that is corrected. */ before: Pregnancy | undefined; formKey: string; initial: PregnancyFields; restoredAt: string | undefined; saving: Saving;
  save(fields: PregnancyFields, finish: () => Promise<void>): Promise<void>; onBack(): void;
}

/** A pregnancy as it is written into the book: when, what was before, the three tests, the plan. */
export function PregnancyForm({ title, submitWords, form: formName, patient, view, before, formKey, initial, restoredAt, saving, save, onBack }: PregnancyFormProps) {
  const { t } = useTranslation();
  const facts = { patient, pregnancies: view.pregnancies.map(({ pregnancy, standing }) => ({ ...pregnancy, isCarried: standing.isCarried })), births: view.pregnancies.flatMap(({ births }) => births), ...(before ? { ownId: before._id } : {}) };
  const form = useTypedForm(initial, (fields) => pregnancyProblems(fields, { today: today(), unitWords: (name) => t(`maternal.units.${pregnancyMeasures[name].unitWord}`), refuse: (input) => validatePregnancy(input, facts, today()) }), restoredAt !== undefined);
  const draft = useDraft({ key: formKey, form: formName, patientId: patient._id, touched: form.touched, restoredAt, content: { fields: form.content, title: patient.fullName, ...(before ? { pregnancyId: before._id } : {}) } });
  return (
    <FormFrame
      title={title} testId="pregnancy-form" patient={patient} form={form} draft={draft} restoredAt={restoredAt} saving={saving} submitWords={submitWords} strip={<AllergyLine allergies={patient.allergies} />}
      questions={() => askAboutPregnancy(fieldsToPregnancy(form.content), facts)} save={() => { void save(form.content, draft.finish); }} onBack={onBack}
    >
      <PregnancyFieldsets form={form} before={before} />
    </FormFrame>
  );
}
