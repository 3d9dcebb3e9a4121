import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../src-shared/domain/common/context.ts';
import { healthClasses, type Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { mayConclude } from '../../../src-shared/domain/encounter/may-conclude.ts';
import { askAboutGrowth } from '../../../src-shared/domain/growth/ask-about-growth.ts';
import { growthOf } from '../../../src-shared/domain/growth/growth-of.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useDraft } from '../../api/use-draft.ts';
import type { Run } from '../../api/use-run.ts';
import { say } from '../../i18n/say.ts';
import { useSession } from '../../stores/session-store.ts';
import { AskAgain } from '../../ui/AskAgain.tsx';
import { DraftLine } from '../../ui/DraftLine.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { AllergyLine, PersonLine } from '../../ui/PersonHeader.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { RestoredNote } from '../../ui/RestoredNote.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { useFormKeys } from '../../ui/use-form-keys.ts';
import { useKey } from '../../ui/use-key.ts';
import { useTypedForm, type TypedForm } from '../../ui/use-typed-form.ts';
import { withComments } from '../../ui/with-comments.tsx';
import { FieldComment } from '../../ui/FieldComment.tsx';
import { ClassChoice } from './ClassChoice.tsx';
import { DiagnosisRows } from './DiagnosisRows.tsx';
import { encounterProblems, isAdultThen, measurementTyped, type EncounterFacts, type EncounterFields } from './encounter-form.ts';
import { VitalsGrid } from './VitalsGrid.tsx';

export type SaveEncounter = (fields: EncounterFields, status: 'draft' | 'submitted', finish: () => Promise<void>, then?: 'dispense' | 'handOver') => Promise<void>;
interface EncounterFormProps {
  title: string; kind: Encounter['kind']; patient: Patient; form: string; formKey: string; encounterId?: string; initial: EncounterFields; restoredAt?: string;
  /** A submitted record is being changed: asks why, and offers no draft. */ amending?: boolean; /** What must be said before anything is typed. */ notice?: ReactNode; /** A reviewer's, by the fields' paths. */ comments?: Readonly<Record<string, string>>;
  /** Somebody else prepared it: the cursor begins at what is left to do. */ concludes?: boolean;
  saving: Pick<Run<'recordVisit'>, 'running' | 'refusals' | 'fault'>; save: SaveEncounter; onBack(): void;
}

/** Checkup or visit: measures, findings, diagnoses, what to do. Kept at each typing pause. */
export function EncounterForm({ title, kind, patient, form: formName, formKey, encounterId, initial, restoredAt, amending = false, notice, comments = {}, concludes = false, saving, save, onBack }: EncounterFormProps) {
  const { t } = useTranslation();
  const role: Role = useSession((s) => s.session?.role) ?? 'healthWorker';
  const facts: EncounterFacts = { kind, patient, today: today(), role, amending, unitWords: (unit) => say(t, `encounters.units.${unit}`) };
  /** Others prepare a checkup; a doctor or y sĩ opens it and concludes. */
  const prepares = kind === 'checkup' && !amending && !mayConclude(role);
  const form = withComments(useTypedForm(initial, (fields) => { const { conclusionClass, ...rest } = encounterProblems(fields, 'submitted', facts); return prepares ? rest : { ...rest, conclusionClass }; }, restoredAt !== undefined), comments);
  const draft = useDraft({ key: formKey, form: formName, patientId: patient._id, touched: form.touched, restoredAt, content: { fields: form.content, title: patient.fullName, ...(encounterId ? { encounterId } : {}) } });
  const adult = isAdultThen(form.content, patient);
  const typed = measurementTyped(form.content);
  const [asking, setAsking] = useState<{ goOn(): void }>();
  /** A child's weight or height that is hard to believe is asked about before it counts. */
  const questions = () => (typed ? askAboutGrowth(patient, typed) : []);
  const askFirst = (goOn: () => void) => { if (questions().length > 0) setAsking({ goOn }); else goOn(); };
  const submit = (then?: 'dispense') => { if (form.check()) askFirst(() => { void save(form.content, 'submitted', draft.finish, then); }); };
  const saveDraft = () => { if (form.check(encounterProblems(form.content, 'draft', facts))) void save(form.content, 'draft', draft.finish); };
  /** Whoever concludes finds nothing missing; what is only begun is kept by the other button. */
  const handOver = () => { if (form.check()) askFirst(() => { void save(form.content, 'draft', draft.finish, 'handOver'); }); };
  useKey('KeyP', () => { if (kind === 'visit' && !amending && !saving.running && !asking) submit('dispense'); });
  useFormKeys({ submit: prepares ? handOver : submit, back: onBack });

  return (
    <form ref={form.ref} onSubmit={(event) => { event.preventDefault(); if (prepares) handOver(); else submit(); }} noValidate style={{ height: '100%' }} autoComplete="off" data-testid={`${kind}-form`}>
      <Screen
        title={title} beside={<PersonLine patient={patient} />} onBack={onBack} strip={<AllergyLine allergies={patient.allergies} />}
        footer={
          <>
            <DraftLine state={draft.state} />
            {form.problemCount > 0 && <span className={layout.wrong} role="alert">{t('encounters.fix', { count: form.problemCount })}</span>}
            <div className={layout.push}>
              {!amending && <Button variant="default" disabled={saving.running} onClick={saveDraft}>{t('encounters.saveDraft')}</Button>}
              {kind === 'visit' && !amending && <Button variant="light" disabled={saving.running} title={t('people.person.dispenseKey')} onClick={() => { submit('dispense'); }}>{t('encounters.submitAndDispense')}</Button>}
              <Button type="submit" loading={saving.running} title={t('encounters.submitHint')}>{amending ? t('encounters.saveAmendment') : prepares ? t('encounters.savePrepared') : t('encounters.submit')}</Button>
            </div>
          </>
        }
      >
        <div className={layout.form}>
          <RestoredNote at={restoredAt} onDiscard={() => { void draft.finish().then(onBack); }} />
          {notice}
          <RefusalList refusals={saving.refusals} content={form.content} />
          {saving.fault && <FaultNotice fault={saving.fault} saving />}
          <Panel>
            <div className={layout.fields}>
              <TextInput data-span="3" label={t('encounters.field.occurredOn')} withAsterisk inputMode="numeric" {...form.text('occurredOn', tidyDate({ today: today() }))} />
              <TextInput data-span={amending ? '4' : '9'} label={t('encounters.field.reason')} withAsterisk={kind === 'checkup'} {...form.text('reason')} autoFocus={!amending && !concludes} />
              {amending && <TextInput data-span="5" label={t('encounters.field.amendReason')} withAsterisk {...form.text('amendReason')} autoFocus />}
            </div>
          </Panel>
          <Panel title={t('encounters.section.vitals')} beside={t('encounters.notMeasuredHint')}><VitalsGrid form={form} kind={kind} adult={adult} growth={typed && growthOf(patient, typed)} /></Panel>
          <Findings form={form} kind={kind} prepares={prepares} concludes={concludes} adult={adult} />
        </div>
      </Screen>
      {asking && <AskAgain questions={questions()} onSave={() => { setAsking(undefined); asking.goOn(); }} onClose={() => { setAsking(undefined); }} />}
    </form>
  );
}

function Findings({ form, kind, prepares, concludes, adult }: { form: TypedForm<EncounterFields>; kind: Encounter['kind']; prepares: boolean; concludes: boolean; adult: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={layout.two}>
      <Panel title={t('encounters.section.findings')}>
        <div className={layout.form}>
          <Textarea label={t('encounters.field.symptoms')} minRows={2} {...form.text('symptoms')} />
          <div>
            <span className={layout.label}>{t('encounters.section.diagnoses')} <span className={layout.note}>{t('encounters.diagnosisKey')}</span></span>
            <FieldComment text={form.commentAt?.('diagnoses')} />
            <DiagnosisRows form={form} />
          </div>
        </div>
      </Panel>
      <Panel title={kind === 'checkup' ? t('encounters.section.conclusion') : t('encounters.section.plan')}>
        <div className={layout.form}>
          {prepares && <p className={layout.note}>{t('encounters.othersConclude')}</p>}
          {kind === 'checkup' && !prepares && <FieldComment text={form.commentAt?.('conclusionClass')} />}
          {kind === 'checkup' && !prepares && <ClassChoice required={adult} autoFocus={concludes} value={form.content.conclusionClass} error={form.errorAt('conclusionClass')} onChange={(conclusionClass) => { form.set({ conclusionClass }); }} classes={healthClasses} />}
          <Textarea label={t('encounters.field.treatment')} {...form.text('treatment')} />
          <div className={layout.fields}>
            <Textarea data-span="8" label={t('encounters.field.advice')} minRows={1} {...form.text('advice')} />
            <TextInput data-span="4" label={t('encounters.field.nextVisitOn')} inputMode="numeric" {...form.text('nextVisitOn', tidyDate({}))} />
          </div>
        </div>
      </Panel>
    </div>
  );
}
