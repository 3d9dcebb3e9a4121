import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChronicCareView } from '../../../src-shared/contract/queries.ts';
import { chronicConditions, complications, conditionFoundBy, riskFactors } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { conditionName } from '../../ui/care-words.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { Picks } from '../../ui/Picks.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { RestoredNote } from '../../ui/RestoredNote.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { conditionPatch, emptyEnrolment, enrolProblems, fieldsToEnrolment, tidyIcd10, type EnrolFields } from './enrol-form.ts';

interface EnrolConditionProps { patient: Patient; view: ChronicCareView; /** To begin with. */ condition: string | undefined; draftKey: string | undefined; onClose(): void }

/** Takes a chronic condition of a person under management. */
export function EnrolCondition({ draftKey, ...props }: EnrolConditionProps) {
  const { t } = useTranslation();
  // A condition asked for by another page is begun anew, whatever else of this person was left half-written.
  const restored = useRestoredDraft<EnrolFields>({ form: 'enrolCondition', key: draftKey ?? (props.condition === undefined ? undefined : ''), patientId: props.patient._id });
  if (restored === undefined) return null;
  return <Dialog onClose={props.onClose} title={t('chronic.enrolTitle')} size="56rem" holds><EnrolForm {...props} restored={restored} /></Dialog>;
}

function EnrolForm({ patient, view, condition, onClose, restored }: Omit<EnrolConditionProps, 'draftKey'> & { restored: Restored<EnrolFields> | null }) {
  const { t } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const episodes = view.episodes.map(({ carriedFrom, ...episode }) => ({ ...episode, isCarried: carriedFrom !== undefined }));
  const has = view.standing.conditions.filter(({ status, isCarried }) => status === 'active' && !isCarried).map((one) => one.condition);
  const form = useTypedForm<EnrolFields>(restored?.fields ?? emptyEnrolment(today(), has, condition), (fields) => enrolProblems(fields, { patient, episodes, today: today() }), restored !== null);
  const { content } = form;
  const enrolling = useRun('enrolCondition', key);
  const draft = useDraft({ key, form: 'enrolCondition', patientId: patient._id, touched: form.touched, restoredAt: restored?.updatedAt, content: { fields: content, title: patient.fullName } });
  const giveUp = () => { void draft.finish().then(onClose); };
  const submit = async () => {
    if (!form.check()) return;
    const result = await enrolling.run(fieldsToEnrolment(content, patient._id));
    if (result) { await draft.finish(); notifySaved(t('chronic.enrolled', { condition: conditionName(content.condition, t), name: patient.fullName }), result.warnings, t); onClose(); }
  };
  const { systolicBelow: systolic, diastolicBelow: diastolic } = view.standing.goal;
  return (
    <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off" data-testid="enrol-condition">
      <RestoredNote at={restored?.updatedAt} onDiscard={giveUp} />
      <RefusalList refusals={enrolling.refusals} content={content} />
      {enrolling.fault && <FaultNotice fault={enrolling.fault} saving />}
      <div className={layout.fields}>
        <Select data-span="5" label={t('chronic.field.condition')} withAsterisk allowDeselect={false} data-autofocus name="condition" maxDropdownHeight={300} value={content.condition || null} error={form.errorAt('condition')} onChange={(chosen) => { form.set(conditionPatch(chosen ?? '')); }} data={chronicConditions.map((value) => ({ value, label: conditionName(value, t) }))} />
        <TextInput data-span="2" label={t('chronic.field.icd10')} spellCheck={false} {...form.text('icd10', tidyIcd10)} />
        <TextInput data-span="5" label={t('chronic.field.foundOn')} withAsterisk inputMode="numeric" placeholder={t('chronic.hint.foundOn')} {...form.text('foundOn', tidyDate({ today: today(), partial: true }))} />
        <div data-span="7"><Choice label={t('chronic.field.foundBy')} required value={content.foundBy} error={form.errorAt('foundBy')} onChange={(foundBy) => { form.set({ foundBy }); }} data={conditionFoundBy.map((value) => ({ value, label: t(`chronic.foundBys.${value}`) }))} /></div>
        <TextInput data-span="5" label={t('chronic.field.enrolledOn')} withAsterisk inputMode="numeric" {...form.text('enrolledOn', tidyDate({ today: today() }))} />
        <TextInput data-span="4" label={`${t('chronic.field.goal')}: ${t('chronic.field.systolicBelow').toLowerCase()}`} inputMode="numeric" className="num" placeholder={String(systolic)} {...form.text('systolicBelow')} />
        <TextInput data-span="3" label={t('chronic.field.diastolicBelow')} inputMode="numeric" className="num" placeholder={String(diastolic)} {...form.text('diastolicBelow')} />
        <TextInput data-span="5" label={t('chronic.field.otherComplications')} {...form.text('otherComplications')} />
        <div data-span="12"><Picks label={t('chronic.field.riskFactors')} value={content.riskFactors} data={riskFactors.map((value) => ({ value, label: t(`chronic.riskFactors.${value}`) }))} onChange={(picked) => { form.set({ riskFactors: picked }); }} /></div>
        <div data-span="12"><Picks label={t('chronic.field.complications')} value={content.complications} data={complications.map((value) => ({ value, label: t(`chronic.complications.${value}`) }))} onChange={(picked) => { form.set({ complications: picked }); }} /></div>
        <Textarea data-span="12" label={t('chronic.field.note')} minRows={1} {...form.text('note')} />
      </div>
      <DialogFoot draft={draft.state} onCancel={giveUp} saving={enrolling.running}>{t('chronic.enrolSave')}</DialogFoot>
    </form>
  );
}
