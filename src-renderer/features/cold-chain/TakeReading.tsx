import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColdPlaceNow } from '../../../src-shared/contract/cold-chain.ts';
import { coldActions, coldShifts, freezeTags } from '../../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { Choice } from '../../ui/Choice.tsx';
import { degrees } from '../../ui/cold-words.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { timeNow, today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { RestoredNote } from '../../ui/RestoredNote.tsx';
import { tidyDate, tidyTime } from '../../ui/tidy-typed.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { emptyReading, fieldsToReading, readingProblems, type ReadingFields } from './reading-form.ts';

interface TakeReadingProps { places: readonly ColdPlaceNow[]; equipmentId: string; shift: string | undefined; draftKey: string | undefined; onClose(): void }

/** A reading of any day, with all that was seen at it. */
export function TakeReading({ draftKey, ...props }: TakeReadingProps) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<ReadingFields>({ form: 'coldReading', key: draftKey ?? '' });
  if (restored === undefined) return null;
  return <Dialog onClose={props.onClose} title={t('coldChain.writeTitle')} size="lg" holds><ReadingForm {...props} restored={restored} /></Dialog>;
}

function ReadingForm({ places, equipmentId, shift, onClose, restored }: Omit<TakeReadingProps, 'draftKey'> & { restored: Restored<ReadingFields> | null }) {
  const { t, i18n } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const now = () => `${today()}T${timeNow()}`;
  const form = useTypedForm({ ...emptyReading(equipmentId, now(), shift), ...restored?.fields }, (fields) => readingProblems(fields, now()), restored !== null);
  const { content } = form;
  const place = places.find((one) => one.equipmentId === content.equipmentId);
  const running = useRun('recordTemperature', key);
  const draft = useDraft({ key, form: 'coldReading', touched: form.touched, restoredAt: restored?.updatedAt, content: { fields: content, title: `${t('coldChain.writeTitle')} · ${place?.name ?? ''}`, equipmentId: content.equipmentId } });
  const giveUp = () => { void draft.finish().then(onClose); };
  const submit = async () => {
    if (!form.check()) return;
    const input = fieldsToReading(content);
    const result = await running.run(input);
    if (result) { await draft.finish(); notifySaved(result.changedSince ? t('coldChain.alreadySaved') : t('coldChain.recorded', { value: degrees(input.temperatureC, i18n.language) }), result.warnings, t); onClose(); }
  };
  return (
    <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off" data-testid="take-reading">
      <RestoredNote at={restored?.updatedAt} onDiscard={giveUp} />
      <RefusalList refusals={running.refusals} content={content} />
      {running.fault && <FaultNotice fault={running.fault} saving />}
      <div className={layout.fields}>
        <Select data-span="8" label={t('coldChain.field.equipmentId')} allowDeselect={false} value={content.equipmentId} onChange={(id) => { if (id !== null) form.set({ equipmentId: id }); }} data={places.map((one) => ({ value: one.equipmentId, label: [one.name, one.serial, one.location].filter(Boolean).join(' · ') }))} />
        <TextInput data-span="4" label={t('coldChain.field.temperatureC')} withAsterisk inputMode="decimal" className="num" data-autofocus {...form.text('temperatureC')} />
        <TextInput data-span="4" label={t('coldChain.field.takenOn')} withAsterisk inputMode="numeric" {...form.text('takenOn', tidyDate({ today: today() }))} />
        <div data-span="4"><Choice label={t('coldChain.field.shift')} value={content.shift} data={coldShifts.map((value) => ({ value, label: t(`coldChain.shifts.${value}`) }))} onChange={(its) => { form.set({ shift: its }); }} /></div>
        <TextInput data-span="4" label={t('coldChain.field.takenAt')} inputMode="numeric" placeholder={t('coldChain.takenAtHint')} {...form.text('takenAt', tidyTime)} />
        <div data-span="12"><Choice label={t('coldChain.field.freezeTag')} value={content.freezeTag} data={[{ value: '', label: t('coldChain.freezeTags.unknown') }, ...freezeTags.map((value) => ({ value, label: t(`coldChain.freezeTags.${value}`) }))]} onChange={(freezeTag) => { form.set({ freezeTag }); }} /></div>
        <Select data-span="8" label={t('coldChain.field.action')} clearable value={content.action || null} onChange={(action) => { form.set({ action: action ?? '' }); }} data={coldActions.map((value) => ({ value, label: t(`coldChain.actions.${value}`) }))} />
        <Checkbox data-span="4" mt="1.75rem" label={t('coldChain.field.powerCut')} checked={content.powerCut} onChange={(event) => { form.set({ powerCut: event.currentTarget.checked }); }} />
      </div>
      <DialogFoot draft={draft.state} onCancel={giveUp} saving={running.running}>{t('coldChain.save')}</DialogFoot>
    </form>
  );
}
