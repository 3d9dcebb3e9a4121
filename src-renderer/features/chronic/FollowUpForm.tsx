import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChronicCareView } from '../../../src-shared/contract/queries.ts';
import { askAboutFollowUp } from '../../../src-shared/domain/chronic/ask-about-follow-up.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useDraft } from '../../api/use-draft.ts';
import type { Run } from '../../api/use-run.ts';
import { AskAgain } from '../../ui/AskAgain.tsx';
import { DraftLine } from '../../ui/DraftLine.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { AllergyLine, PersonLine } from '../../ui/PersonHeader.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { RestoredNote } from '../../ui/RestoredNote.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useFormKeys } from '../../ui/use-form-keys.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { CareBefore } from './CareBefore.tsx';
import { fieldsToFollowUp, followUpProblems, measures, type FollowUpFields } from './follow-up-form.ts';
import { FollowUpFieldsets } from './FollowUpFieldsets.tsx';

export type SaveFollowUp = (fields: FollowUpFields, finish: () => Promise<void>) => Promise<void>;
interface FollowUpFormProps {
  patient: Patient; view: ChronicCareView; formKey: string; initial: FollowUpFields; restoredAt: string | undefined;
  saving: Pick<Run<'recordFollowUp'>, 'running' | 'refusals' | 'fault'>; save: SaveFollowUp; onBack(): void;
}

/** One control visit, made for a quarter of a minute: the cursor begins at the blood pressure, the next visit is proposed; what is unusual is asked about before it is saved. */
export function FollowUpForm({ patient, view, formKey, initial, restoredAt, saving, save, onBack }: FollowUpFormProps) {
  const { t } = useTranslation();
  const hasPressureOn = (day: string) => view.pressures.some(({ on, from }) => on === day && from === 'encounter');
  const form = useTypedForm(initial, (fields) => followUpProblems(fields, { patient, hasPressureOn, today: today(), unitWords: (name) => t(`chronic.units.${measures[name].unitWord}`) }), restoredAt !== undefined);
  const { content } = form;
  const draft = useDraft({ key: formKey, form: 'followUp', patientId: patient._id, touched: form.touched, restoredAt, content: { fields: content, title: patient.fullName } });
  const [asking, setAsking] = useState(false);
  const questions = () => askAboutFollowUp(fieldsToFollowUp(content, patient._id), { underManagement: view.standing.state !== undefined, followUps: view.followUps });
  const go = () => { setAsking(false); void save(content, draft.finish); };
  const submit = () => {
    if (!form.check()) return;
    if (questions().length > 0) setAsking(true); else go();
  };
  useFormKeys({ submit, back: onBack });

  return (
    <form ref={form.ref} onSubmit={(event) => { event.preventDefault(); submit(); }} noValidate style={{ height: '100%' }} autoComplete="off" data-testid="follow-up-form">
      <Screen
        title={t('chronic.form.title')} beside={<PersonLine patient={patient} />} onBack={onBack} strip={<AllergyLine allergies={patient.allergies} />}
        footer={
          <>
            <DraftLine state={draft.state} />
            {form.problemCount > 0 && <span className={layout.wrong} role="alert">{t('encounters.fix', { count: form.problemCount })}</span>}
            <div className={layout.push}>
              <Button variant="default" onClick={onBack}>{t('common.back')}</Button>
              <Button type="submit" loading={saving.running} title={t('encounters.submitHint')}>{t('chronic.form.save')}</Button>
            </div>
          </>
        }
      >
        <div className={layout.form}>
          <RestoredNote at={restoredAt} onDiscard={() => { void draft.finish().then(onBack); }} />
          <CareBefore view={view} />
          <RefusalList refusals={saving.refusals} content={content} />
          {saving.fault && <FaultNotice fault={saving.fault} saving />}
          <FollowUpFieldsets form={form} view={view} />
        </div>
      </Screen>
      {asking && <AskAgain questions={questions()} onClose={() => { setAsking(false); }} onSave={go} />}
    </form>
  );
}
