import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PregnancyView } from '../../../src-shared/contract/queries.ts';
import { wordOn } from '../../../src-shared/domain/maternal/derive-pregnancy.ts';
import { pregnancyStatuses } from '../../../src-shared/domain/maternal/maternal-lists.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
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
import { emptyPregnancyStatus, fieldsToPregnancyStatus, pregnancyStatusProblems, type PregnancyStatusFields } from './pregnancy-status-form.ts';

interface ChangePregnancyStatusProps { of: PregnancyView; /** Whose it is, for the list of unfinished forms. */ name: string; draftKey: string | undefined; onClose(): void }

/** What became of a pregnancy other than a birth. What was said before stays. */
export function ChangePregnancyStatus({ draftKey, ...props }: ChangePregnancyStatusProps) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<PregnancyStatusFields>({ form: 'changePregnancyStatus', key: draftKey ?? '' });
  if (restored === undefined) return null;
  return <Dialog onClose={props.onClose} title={t('maternal.change.title')} size="lg" holds><StatusForm {...props} restored={restored} /></Dialog>;
}

function StatusForm({ of: { pregnancy }, name, onClose, restored }: Omit<ChangePregnancyStatusProps, 'draftKey'> & { restored: Restored<PregnancyStatusFields> | null }) {
  const { t } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const now = wordOn(pregnancy, today());
  const form = useTypedForm<PregnancyStatusFields>(restored?.fields ?? emptyPregnancyStatus(today()), (fields) => pregnancyStatusProblems(fields, now, today()), restored !== null);
  const { content } = form;
  const changing = useRun('changePregnancyStatus', key);
  const draft = useDraft({ key, form: 'changePregnancyStatus', patientId: pregnancy.patientId, touched: form.touched, restoredAt: restored?.updatedAt, content: { fields: content, title: name, pregnancyId: pregnancy._id } });
  const giveUp = () => { void draft.finish().then(onClose); };
  const submit = async () => {
    if (!form.check()) return;
    const result = await changing.run(fieldsToPregnancyStatus(content, pregnancy._id));
    if (result) { await draft.finish(); notifySaved(t('maternal.change.saved'), result.warnings, t); onClose(); }
  };
  return (
    <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off" data-testid="change-pregnancy-status">
      <RestoredNote at={restored?.updatedAt} onDiscard={giveUp} />
      <RefusalList refusals={changing.refusals} content={content} />
      {changing.fault && <FaultNotice fault={changing.fault} saving />}
      <div className={layout.fields}>
        <Select data-span="7" label={t('maternal.field.status')} withAsterisk allowDeselect={false} data-autofocus name="status" value={content.status || null} error={form.errorAt('status')} onChange={(status) => { form.set({ status: status ?? '' }); }} data={pregnancyStatuses.filter((value) => value !== now.status).map((value) => ({ value, label: t(`maternal.statuses.${value}`) }))} />
        <TextInput data-span="5" label={t('maternal.field.on')} withAsterisk inputMode="numeric" {...form.text('on', tidyDate({ today: today() }))} />
        <Textarea data-span="12" label={t('maternal.field.reason')} minRows={1} placeholder={t('maternal.hint.reason')} {...form.text('reason')} />
      </div>
      <p className={layout.note}>{t('maternal.change.body')}</p>
      <DialogFoot draft={draft.state} onCancel={giveUp} saving={changing.running}>{t('maternal.change.save')}</DialogFoot>
    </form>
  );
}
