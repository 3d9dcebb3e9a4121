import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImmunizationCardView, VaccineLotRow } from '../../../src-shared/contract/queries.ts';
import { askAboutImmunization } from '../../../src-shared/domain/immunization/ask-about-immunization.ts';
import { vaccineCodes } from '../../../src-shared/domain/immunization/vaccines.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useLive } from '../../api/use-live.ts';
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
import { useKey } from '../../ui/use-key.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { DoseFields } from './DoseFields.tsx';
import { GivenFields } from './GivenFields.tsx';
import { fieldsToImmunization, immunizationProblems, lotChosen, lotsOffered, type ImmunizationFields } from './immunization-form.ts';

/** `another`: the form goes on with the next dose. */
export type SaveImmunization = (fields: ImmunizationFields, lots: readonly VaccineLotRow[], finish: () => Promise<void>, another: boolean) => Promise<void>;
interface ImmunizationFormProps {
  patient: Patient; view: ImmunizationCardView; formKey: string; initial: ImmunizationFields; restoredAt: string | undefined;
  saving: Pick<Run<'recordImmunization'>, 'running' | 'refusals' | 'fault'>; save: SaveImmunization; onBack(): void;
}

const titles = { here: 'immunizations.formTitle', elsewhere: 'immunizations.formElsewhere', notDone: 'immunizations.formNotDone' } as const;

/** One dose, as it is written into the book; what is unusual in it is asked about before it is saved. */
export function ImmunizationForm({ patient, view, formKey, initial, restoredAt, saving, save, onBack }: ImmunizationFormProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(initial.vaccine);
  const code = vaccineCodes.find((one) => one === chosen);
  const live = useLive('vaccineLots', { vaccine: code ?? 'BCG' }, code !== undefined);
  const lots = code !== undefined && live.current ? lotsOffered(live.answer ?? []) : [];
  const form = useTypedForm(initial, (fields) => immunizationProblems(fields, { patient, records: view.records, today: today(), lots }), restoredAt !== undefined);
  const { content } = form;
  if (content.vaccine !== chosen) setChosen(content.vaccine);
  const draft = useDraft({ key: formKey, form: 'immunization', patientId: patient._id, touched: form.touched, restoredAt, content: { fields: content, title: patient.fullName } });
  const [asking, setAsking] = useState<{ another: boolean } | undefined>();
  const input = fieldsToImmunization(content, patient._id, lots);
  const lot = lotChosen(content, lots);
  const go = (another: boolean) => { setAsking(undefined); void save(content, lots, draft.finish, another); };
  const submit = (another: boolean) => {
    // Which lots there are is not read yet: it could be taken from none.
    if (!form.check() || (content.mode === 'here' && !live.current)) return;
    if (questions().length > 0) setAsking({ another }); else go(another);
  };
  const questions = () => askAboutImmunization(input, { bornOn: patient.bornOn, records: view.records, ...(lot ? { lot } : {}) });
  useFormKeys({ submit: () => { submit(false); }, back: onBack });
  useKey('KeyN', () => { if (!asking) submit(true); });
  const { ref } = form;
  // With the dose chosen already the cursor starts at what happened; else at the vaccine.
  useEffect(() => { if (initial.vaccine !== '') ref.current?.querySelector<HTMLElement>('input[type="radio"]:checked')?.focus(); }, [ref, initial.vaccine]);

  return (
    <form ref={form.ref} onSubmit={(event) => { event.preventDefault(); submit(false); }} noValidate style={{ height: '100%' }} autoComplete="off" data-testid="immunization-form">
      <Screen
        title={t(titles[content.mode])} beside={<PersonLine patient={patient} />} onBack={onBack} strip={<AllergyLine allergies={patient.allergies} />}
        footer={
          <>
            <DraftLine state={draft.state} />
            {form.problemCount > 0 && <span className={layout.wrong} role="alert">{t('encounters.fix', { count: form.problemCount })}</span>}
            <div className={layout.push}>
              <Button variant="default" onClick={onBack}>{t('common.back')}</Button>
              <Button variant="light" disabled={saving.running} title={t('immunizations.saveNextKey')} onClick={() => { submit(true); }}>{t('immunizations.saveNext')}</Button>
              <Button type="submit" loading={saving.running} title={t('encounters.submitHint')}>{t('immunizations.save')}</Button>
            </div>
          </>
        }
      >
        <div className={layout.form}>
          <RestoredNote at={restoredAt} onDiscard={() => { void draft.finish().then(onBack); }} />
          <RefusalList refusals={saving.refusals} content={content} />
          {saving.fault && <FaultNotice fault={saving.fault} saving />}
          {live.fault && <FaultNotice fault={live.fault} onRetry={live.again} />}
          <DoseFields form={form} view={view} />
          {content.mode !== 'notDone' && <GivenFields form={form} lots={lots} lot={lot} />}
        </div>
      </Screen>
      {asking && <AskAgain questions={questions()} onClose={() => { setAsking(undefined); }} onSave={() => { go(asking.another); }} />}
    </form>
  );
}
