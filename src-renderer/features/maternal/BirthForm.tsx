import { useTranslation } from 'react-i18next';
import type { PregnancyView } from '../../../src-shared/contract/queries.ts';
import { askAboutBirth, validateBirth } from '../../../src-shared/domain/maternal/validate-birth.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useDraft } from '../../api/use-draft.ts';
import type { Restored } from '../../api/use-restored-draft.ts';
import { today } from '../../ui/format.ts';
import { AllergyLine } from '../../ui/PersonHeader.tsx';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { babyMeasures, birthProblems, emptyBirth, fieldsToBirth, type BirthFields } from './birth-form.ts';
import { BirthFieldsets } from './BirthFieldsets.tsx';
import { FormFrame, type Saving } from '../../ui/FormFrame.tsx';

interface BirthFormProps { patient: Patient; of: PregnancyView; formKey: string; restored: Restored<BirthFields> | null; saving: Saving; save(fields: BirthFields, finish: () => Promise<void>): Promise<void>; onBack(): void }

/** A birth: when, where, by whom, how; the babies in their order; how the mother is. */
export function BirthForm({ patient, of, formKey, restored, saving, save, onBack }: BirthFormProps) {
  const { t } = useTranslation();
  const { pregnancy, standing } = of;
  const ids = { patientId: patient._id, pregnancyId: pregnancy._id };
  const facts = { patient, pregnancy, isHers: true, births: of.births };
  const unitWords = (name: 'weeks' | keyof typeof babyMeasures) => (name === 'weeks' || name === 'weightG' ? t(`maternal.units.${name === 'weeks' ? 'weeks' : 'g'}`) : '');
  const form = useTypedForm(restored?.fields ?? emptyBirth(today()), (fields) => birthProblems(fields, { today: today(), of: ids, unitWords, refuse: (input) => validateBirth(input, facts, today()) }), restored !== null);
  const draft = useDraft({ key: formKey, form: 'birth', patientId: patient._id, touched: form.touched, restoredAt: restored?.updatedAt, content: { fields: form.content, title: patient.fullName } });
  return (
    <FormFrame
      title={t('maternal.birth.title')} testId="birth-form" patient={patient} form={form} draft={draft} restoredAt={restored?.updatedAt} saving={saving} submitWords={t('maternal.birth.save')} strip={<AllergyLine allergies={patient.allergies} />}
      questions={() => askAboutBirth(fieldsToBirth(form.content, ids), { pregnancy, visits: of.visits })} save={() => { void save(form.content, draft.finish); }} onBack={onBack}
    >
      <BirthFieldsets form={form} due={standing.due} />
    </FormFrame>
  );
}
