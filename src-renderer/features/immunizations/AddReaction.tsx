import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reactionOutcomes, reactionSeverities, type Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { RestoredNote } from '../../ui/RestoredNote.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { doseName } from '../../ui/vaccine-words.ts';
import { emptyReaction, fieldsToReaction, reactionProblems, type ReactionFields } from './reaction-form.ts';

interface AddReactionProps { record: Immunization; /** Whose it is, for the list of unfinished forms. */ name: string; draftKey: string | undefined; onClose(): void }

/** What was seen after a dose; each time is an entry of its own. */
export function AddReaction({ draftKey, ...props }: AddReactionProps) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<ReactionFields>({ form: 'immunizationReaction', key: draftKey ?? '' });
  if (restored === undefined) return null;
  return <Dialog onClose={props.onClose} title={t('immunizations.reactionTitle', { dose: doseName(props.record, t) })} size="lg" holds><ReactionForm {...props} restored={restored} /></Dialog>;
}

function ReactionForm({ record, name, onClose, restored }: Omit<AddReactionProps, 'draftKey'> & { restored: Restored<ReactionFields> | null }) {
  const { t } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const form = useTypedForm<ReactionFields>({ ...emptyReaction(today()), ...restored?.fields }, (fields) => reactionProblems(fields, record, today()), restored !== null);
  const { content } = form;
  const adding = useRun('addImmunizationReaction', key);
  const draft = useDraft({ key, form: 'immunizationReaction', patientId: record.patientId, touched: form.touched, restoredAt: restored?.updatedAt, content: { fields: content, title: name, immunizationId: record._id } });
  const giveUp = () => { void draft.finish().then(onClose); };
  const submit = async () => {
    if (!form.check()) return;
    const result = await adding.run(fieldsToReaction(content, record._id));
    if (result) { await draft.finish(); notifySaved(t('immunizations.reactionSaved'), result.warnings, t); onClose(); }
  };
  return (
    <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off" data-testid="add-reaction">
      <RestoredNote at={restored?.updatedAt} onDiscard={giveUp} />
      <RefusalList refusals={adding.refusals} content={content} />
      {adding.fault && <FaultNotice fault={adding.fault} saving />}
      <div className={layout.fields}>
        <Textarea data-span="12" label={t('immunizations.field.signs')} withAsterisk data-autofocus placeholder={t('immunizations.signsHint')} {...form.text('signs')} />
        <TextInput data-span="6" label={t('immunizations.field.onsetOn')} withAsterisk inputMode="numeric" {...form.text('onsetOn', tidyDate({ today: today() }))} />
        <TextInput data-span="6" label={t('immunizations.field.onsetHours')} inputMode="numeric" className="num" {...form.text('onsetHours')} />
        <div data-span="12"><Choice label={t('immunizations.field.severity')} required value={content.severity} error={form.errorAt('severity')} onChange={(severity) => { form.set({ severity }); }} data={reactionSeverities.map((value) => ({ value, label: t(`immunizations.severities.${value}`) }))} /></div>
        <Select data-span="6" label={t('immunizations.field.reactionOutcome')} withAsterisk allowDeselect={false} name="outcome" value={content.outcome || null} error={form.errorAt('outcome')} onChange={(outcome) => { form.set({ outcome: outcome ?? '' }); }} data={reactionOutcomes.map((value) => ({ value, label: t(`immunizations.outcomes.${value}`) }))} />
        <TextInput data-span="6" label={t('immunizations.field.treatment')} {...form.text('treatment')} />
      </div>
      <p className={layout.note}>{t('immunizations.reactionNote')}</p>
      <DialogFoot draft={draft.state} onCancel={giveUp} saving={adding.running}>{t('immunizations.addReaction')}</DialogFoot>
    </form>
  );
}
