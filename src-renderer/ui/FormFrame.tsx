import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal, Warning } from '../../src-shared/domain/common/refusal.ts';
import type { Patient } from '../../src-shared/domain/patient/patient.schema.ts';
import type { Fault } from '../api/fault.ts';
import type { useDraft } from '../api/use-draft.ts';
import { AskAgain } from './AskAgain.tsx';
import { DraftLine } from './DraftLine.tsx';
import { FaultNotice } from './FaultNotice.tsx';
import layout from './form.module.css';
import { PersonLine } from './PersonHeader.tsx';
import { RefusalList } from './RefusalList.tsx';
import { RestoredNote } from './RestoredNote.tsx';
import { Screen } from './Screen.tsx';
import { useFormKeys } from './use-form-keys.ts';
import type { TypedForm } from './use-typed-form.ts';

/** What became of saving, as the form shows it. */
export interface Saving { running: boolean; refusals: Refusal[]; fault: Fault | undefined }
interface FormFrameProps<T> {
  title: string; testId: string; /** Whose it is; none where the form says who somebody is. */ patient?: Patient; form: TypedForm<T>; draft: ReturnType<typeof useDraft>; restoredAt: string | undefined; saving: Saving; submitWords: string;
  /** What is unusual, asked about once. */ questions?(): Warning[]; save(): void; onBack(): void; strip?: ReactNode; children: ReactNode;
}

/** The frame of a form that fills a page, most of them about a person: whose it is, what is kept, what was refused, what is asked before it is saved. */
export function FormFrame<T>({ title, testId, patient, form, draft, restoredAt, saving, submitWords, questions = () => [], save, onBack, strip, children }: FormFrameProps<T>) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const go = () => { setAsking(false); save(); };
  const submit = () => {
    if (!form.check()) return;
    if (questions().length > 0) setAsking(true); else go();
  };
  useFormKeys({ submit, back: onBack });
  return (
    <form ref={form.ref} onSubmit={(event) => { event.preventDefault(); submit(); }} noValidate style={{ height: '100%' }} autoComplete="off" data-testid={testId}>
      <Screen
        title={title} beside={patient && <PersonLine patient={patient} />} onBack={onBack} strip={strip}
        footer={
          <>
            <DraftLine state={draft.state} />
            {form.problemCount > 0 && <span className={layout.wrong} role="alert">{t('encounters.fix', { count: form.problemCount })}</span>}
            <div className={layout.push}>
              <Button variant="default" onClick={onBack}>{t('common.back')}</Button>
              <Button type="submit" loading={saving.running} title={t('encounters.submitHint')}>{submitWords}</Button>
            </div>
          </>
        }
      >
        <div className={layout.form}>
          <RestoredNote at={restoredAt} onDiscard={() => { void draft.finish().then(onBack); }} />
          <RefusalList refusals={saving.refusals} content={form.content} />
          {saving.fault && <FaultNotice fault={saving.fault} saving />}
          {children}
        </div>
      </Screen>
      {asking && <AskAgain questions={questions()} onClose={() => { setAsking(false); }} onSave={go} />}
    </form>
  );
}
