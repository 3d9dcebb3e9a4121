import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useRestoredDraft } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DraftLine } from '../../ui/DraftLine.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { RestoredNote } from '../../ui/RestoredNote.tsx';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { EquipmentFieldset } from './EquipmentFieldset.tsx';
import { emptyEquipment, equipmentProblems, fieldsToLine, type EquipmentFields } from './equipment-form.ts';

interface AddEquipmentProps { lines: readonly EquipmentRow[]; /** Goes on with this half-written one. */ draftKey?: string; onClose(): void; onSaved(id: string): void }

/** A new line of the register; with “another” the next one begins alike, for the next machine. */
export function AddEquipment({ draftKey, ...props }: AddEquipmentProps) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<EquipmentFields>({ form: 'addEquipment', key: draftKey ?? '' });
  const [round, setRound] = useState<{ number: number; fields: EquipmentFields } | undefined>();
  if (restored === undefined) return null;
  const first = round === undefined;
  return (
    <Dialog onClose={props.onClose} title={t('equipment.add')} size="56rem" holds>
      <AddForm key={round?.number ?? 0} {...props} formKey={first ? restored?.key : undefined} restoredAt={first ? restored?.updatedAt : undefined} initial={round?.fields ?? { ...emptyEquipment, ...restored?.fields }}
        onAnother={(fields) => { setRound((before) => ({ number: (before?.number ?? 0) + 1, fields: { ...fields, serial: '' } })); }} />
    </Dialog>
  );
}

interface AddFormProps extends Omit<AddEquipmentProps, 'draftKey'> { formKey: string | undefined; restoredAt: string | undefined; initial: EquipmentFields; onAnother(fields: EquipmentFields): void }

function AddForm({ lines, formKey, restoredAt, initial, onClose, onSaved, onAnother }: AddFormProps) {
  const { t } = useTranslation();
  const [key] = useState(() => formKey ?? mintKey());
  const form = useTypedForm(initial, (fields) => equipmentProblems(fields, lines, today()), restoredAt !== undefined);
  const { content } = form;
  const adding = useRun('addEquipment', key);
  const draft = useDraft({ key, form: 'addEquipment', touched: form.touched, restoredAt, content: { fields: content, title: [content.name.trim(), content.serial.trim()].filter(Boolean).join(' · ') } });
  const giveUp = () => { void draft.finish().then(onClose); };
  const submit = async (andAnother: boolean) => {
    if (!form.check()) return;
    const result = await adding.run(fieldsToLine(content));
    if (!result) return;
    notifySaved(result.changedSince ? t('equipment.alreadySaved') : t('equipment.added', { name: content.name.trim() }), result.warnings, t);
    await draft.finish();
    onSaved(result.id);
    if (andAnother) onAnother(content); else onClose();
  };
  return (
    <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(false); }} noValidate autoComplete="off" data-testid="add-equipment">
      <RestoredNote at={restoredAt} onDiscard={giveUp} />
      <RefusalList refusals={adding.refusals} content={content} />
      {adding.fault && <FaultNotice fault={adding.fault} saving />}
      <EquipmentFieldset form={form} first />
      <p className={layout.note}>{t('equipment.lessKnown')}</p>
      <div className={layout.push}>
        <DraftLine state={draft.state} />
        <Button variant="default" onClick={giveUp}>{t('common.cancel')}</Button>
        <Button variant="light" disabled={adding.running} onClick={() => { void submit(true); }}>{t('equipment.saveAnother')}</Button>
        <Button type="submit" loading={adding.running}>{t('equipment.save')}</Button>
      </div>
    </form>
  );
}
