import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaternalCareView, PregnancyView } from '../../../src-shared/contract/queries.ts';
import { askAboutAntenatalVisit, validateAntenatalVisit } from '../../../src-shared/domain/maternal/validate-antenatal-visit.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useDraft } from '../../api/use-draft.ts';
import type { Restored } from '../../api/use-restored-draft.ts';
import { today } from '../../ui/format.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { formatPressure } from '../../ui/parse-typed-pressure.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { antenatalMeasures, antenatalProblems, emptyAntenatal, fieldsToAntenatal, type AntenatalFields } from './antenatal-form.ts';
import { AntenatalFieldsets } from './AntenatalFieldsets.tsx';
import { AntenatalSide } from './AntenatalSide.tsx';
import { FormFrame, type Saving } from '../../ui/FormFrame.tsx';
import styles from './Maternal.module.css';

interface AntenatalFormProps {
  patient: Patient; of: PregnancyView; measuredToday: MaternalCareView['measuredToday']; formKey: string; restored: Restored<AntenatalFields> | null; saving: Saving;
  save(fields: AntenatalFields, finish: () => Promise<void>): Promise<void>; onBack(): void;
}

/** One antenatal visit on one screen: the cursor begins at the blood pressure; how far she is and what is unusual is said beside the fields while they are typed. */
export function AntenatalForm({ patient, of, measuredToday, formKey, restored, saving, save, onBack }: AntenatalFormProps) {
  const { t, i18n } = useTranslation();
  const { pregnancy, standing } = of;
  const ids = { patientId: patient._id, pregnancyId: pregnancy._id };
  const facts = { patient, pregnancy, isHers: true, births: of.births };
  const [before] = useState(() => emptyAntenatal(today(), standing.due, { ...(measuredToday?.bloodPressure ? { pressure: formatPressure(measuredToday.bloodPressure) } : {}), ...(measuredToday?.weightKg === undefined ? {} : { weight: formatNumber(measuredToday.weightKg, i18n.language) }) }));
  const form = useTypedForm({ ...before, ...restored?.fields }, (fields) => antenatalProblems(fields, { today: today(), of: ids, unitWords: (name) => t(`maternal.units.${antenatalMeasures[name].unitWord}`), refuse: (input) => validateAntenatalVisit(input, facts, today()) }), restored !== null);
  const input = fieldsToAntenatal(form.content, ids);
  const draft = useDraft({ key: formKey, form: 'antenatalVisit', patientId: patient._id, touched: form.touched, restoredAt: restored?.updatedAt, content: { fields: form.content, title: patient.fullName } });
  return (
    <FormFrame
      title={t('maternal.form.title')} testId="antenatal-form" patient={patient} form={form} draft={draft} restoredAt={restored?.updatedAt} saving={saving} submitWords={t('maternal.form.save')}
      questions={() => askAboutAntenatalVisit(input, { pregnancy, visits: of.visits })} save={() => { void save(form.content, draft.finish); }} onBack={onBack}
    >
      <div className={styles.beside}>
        <AntenatalFieldsets form={form} due={standing.due} weeks={standing.gestation?.weeks} tetanus={of.tetanus} />
        <AntenatalSide patient={patient} of={of} input={input} measuredToday={measuredToday} />
      </div>
    </FormFrame>
  );
}
