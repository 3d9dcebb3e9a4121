import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { episodeStatuses } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import { statusOn } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { conditionName } from '../../ui/care-words.ts';
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
import { emptyStatus, fieldsToStatus, statusProblems, type StatusFields } from './status-form.ts';

interface ChangeStatusProps { episode: Episode; /** Whose it is, for the list of unfinished forms. */ name: string; draftKey: string | undefined; onClose(): void }

/** What became of a condition: referred, moved away, died, ended, or under management again. What was said before stays. */
export function ChangeStatus({ draftKey, ...props }: ChangeStatusProps) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<StatusFields>({ form: 'changeEpisodeStatus', key: draftKey ?? '' });
  if (restored === undefined) return null;
  return <Dialog onClose={props.onClose} title={t('chronic.change.title', { condition: conditionName(props.episode.condition, t) })} size="lg" holds><StatusForm {...props} restored={restored} /></Dialog>;
}

function StatusForm({ episode, name, onClose, restored }: Omit<ChangeStatusProps, 'draftKey'> & { restored: Restored<StatusFields> | null }) {
  const { t } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const now = statusOn(episode, today());
  const form = useTypedForm<StatusFields>(restored?.fields ?? emptyStatus(today()), (fields) => statusProblems(fields, now, today()), restored !== null);
  const { content } = form;
  const changing = useRun('changeEpisodeStatus', key);
  const draft = useDraft({ key, form: 'changeEpisodeStatus', patientId: episode.patientId, touched: form.touched, restoredAt: restored?.updatedAt, content: { fields: content, title: name, episodeId: episode._id } });
  const giveUp = () => { void draft.finish().then(onClose); };
  const submit = async () => {
    if (!form.check()) return;
    const result = await changing.run(fieldsToStatus(content, episode._id));
    if (result) { await draft.finish(); notifySaved(t('chronic.change.saved'), result.warnings, t); onClose(); }
  };
  return (
    <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off" data-testid="change-status">
      <RestoredNote at={restored?.updatedAt} onDiscard={giveUp} />
      <RefusalList refusals={changing.refusals} content={content} />
      {changing.fault && <FaultNotice fault={changing.fault} saving />}
      <div className={layout.fields}>
        <Select data-span="7" label={t('chronic.field.status')} withAsterisk allowDeselect={false} data-autofocus name="status" value={content.status || null} error={form.errorAt('status')} onChange={(status) => { form.set({ status: status ?? '' }); }} data={episodeStatuses.filter((value) => value !== now.status).map((value) => ({ value, label: t(`chronic.statuses.${value}`) }))} />
        <TextInput data-span="5" label={t('chronic.field.on')} withAsterisk inputMode="numeric" {...form.text('on', tidyDate({ today: today() }))} />
        <Textarea data-span="12" label={t('chronic.field.reason')} minRows={1} placeholder={t('chronic.change.reasonHint')} {...form.text('reason')} />
      </div>
      <p className={layout.note}>{content.status === 'died' || content.status === 'movedAway' ? t('chronic.change.allBody') : t('chronic.change.body')}</p>
      <DialogFoot draft={draft.state} onCancel={giveUp} saving={changing.running}>{t('chronic.change.save')}</DialogFoot>
    </form>
  );
}
