import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
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
import type { Doing } from './equipment-draft.ts';
import { InCharge } from './EquipmentFieldset.tsx';
import { emptyEvent, eventProblems, fieldsToMove, fieldsToReport, fieldsToService, statesFor, type EventFields } from './event-form.ts';

interface NoteEventProps { line: EquipmentRow; doing: Doing; draftKey: string | undefined; onClose(): void }

/** Something happened to a thing: broken, repaired, moved, calibrated, gone. */
export function NoteEvent({ draftKey, ...props }: NoteEventProps) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<EventFields>({ form: 'equipmentEvent', key: draftKey ?? '' });
  if (restored === undefined) return null;
  return <Dialog onClose={props.onClose} title={`${t(`equipment.do.${props.doing}`)} · ${props.line.name}`} size="lg" holds><EventForm {...props} restored={restored} /></Dialog>;
}

function EventForm({ line, doing, onClose, restored }: Omit<NoteEventProps, 'draftKey'> & { restored: Restored<EventFields> | null }) {
  const { t } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const form = useTypedForm({ ...emptyEvent(doing, line, today()), ...restored?.fields }, (fields) => eventProblems(doing, fields, line, today()), restored !== null);
  const { content } = form;
  const [reporting, moving, servicing] = [useRun('reportEquipment', key), useRun('moveEquipment', key), useRun('serviceEquipment', key)];
  const running = doing === 'moved' ? moving : doing === 'serviced' ? servicing : reporting;
  const draft = useDraft({ key, form: 'equipmentEvent', touched: form.touched, restoredAt: restored?.updatedAt, content: { fields: content, title: `${t(`equipment.do.${doing}`)} · ${line.name}`, equipmentId: line._id, doing } });
  const giveUp = () => { void draft.finish().then(onClose); };
  const submit = async () => {
    if (!form.check()) return;
    const result = doing === 'moved' ? await moving.run(fieldsToMove(content, line._id)) : doing === 'serviced' ? await servicing.run(fieldsToService(content, line._id)) : await reporting.run(fieldsToReport(doing, content, line._id));
    if (result) { await draft.finish(); notifySaved(result.changedSince ? t('equipment.alreadySaved') : t('equipment.noted', { what: t(`equipment.do.${doing}`) }), result.warnings, t); onClose(); }
  };
  const states = statesFor(doing, line);
  const countsPieces = doing !== 'moved' && doing !== 'serviced';
  return (
    <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off" data-testid="note-event">
      <RestoredNote at={restored?.updatedAt} onDiscard={giveUp} />
      <RefusalList refusals={running.refusals} content={content} />
      {running.fault && <FaultNotice fault={running.fault} saving />}
      <div className={layout.fields}>
        {countsPieces && states.length > 1 && <div data-span="12"><Choice label={t('equipment.field.from')} value={content.from} data={states.map((value) => ({ value, label: t('equipment.piecesIn', { count: line.counts[value], state: t(`equipment.states.${value}`).toLowerCase() }) }))} onChange={(from) => { form.set({ from }); }} /></div>}
        {doing === 'serviced' && <div data-span="12"><Choice label={t('equipment.field.work')} value={content.work} data={(['calibrated', 'maintained'] as const).map((value) => ({ value, label: t(`equipment.kinds.${value}`) }))} onChange={(work) => { form.set({ work }); }} /></div>}
        {countsPieces && line.quantity > 1 && <TextInput data-span="6" label={`${t('equipment.field.quantity')} (${line.countUnit})`} withAsterisk inputMode="numeric" className="num" data-autofocus {...form.text('quantity')} />}
        {doing === 'moved' && <><TextInput data-span="6" label={t('equipment.field.location')} withAsterisk data-autofocus placeholder={line.location} {...form.text('location')} /><InCharge form={form} /></>}
        {doing === 'sentAway' && <TextInput data-span="6" label={t('equipment.field.sentTo')} {...form.text('location')} />}
        <TextInput data-span="6" label={t('equipment.field.occurredOn')} withAsterisk inputMode="numeric" data-autofocus={(doing !== 'moved' && line.quantity === 1) || undefined} {...form.text('occurredOn', tidyDate({ today: today() }))} />
        {doing === 'serviced' && content.work === 'calibrated' && <TextInput data-span="6" label={t('equipment.field.dueOn')} inputMode="numeric" {...form.text('dueOn', tidyDate({}))} />}
        <TextInput data-span="6" label={t('equipment.field.documentNumber')} {...form.text('documentNumber')} />
      </div>
      <DialogFoot draft={draft.state} onCancel={giveUp} saving={running.running}>{t('equipment.save')}</DialogFoot>
    </form>
  );
}
