import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
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
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { EquipmentFieldset } from './EquipmentFieldset.tsx';
import { equipmentProblems, fieldsToDescribed, lineToFields, type EquipmentFields } from './equipment-form.ts';

interface CorrectEquipmentProps { line: EquipmentRow; lines: readonly EquipmentRow[]; draftKey: string | undefined; onClose(): void }

/** What a line says is put right; what it said stays in its history. */
export function CorrectEquipment({ draftKey, ...props }: CorrectEquipmentProps) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<EquipmentFields>({ form: 'correctEquipment', key: draftKey ?? '' });
  if (restored === undefined) return null;
  return <Dialog onClose={props.onClose} title={t('equipment.correctTitle')} size="56rem" holds><CorrectForm {...props} restored={restored} /></Dialog>;
}

function CorrectForm({ line, lines, onClose, restored }: Omit<CorrectEquipmentProps, 'draftKey'> & { restored: Restored<EquipmentFields> | null }) {
  const { t } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const form = useTypedForm({ ...lineToFields(line), ...restored?.fields }, (fields) => equipmentProblems(fields, lines, today(), line._id), restored !== null);
  const { content } = form;
  const correcting = useRun('correctEquipment', key);
  const draft = useDraft({ key, form: 'correctEquipment', touched: form.touched, restoredAt: restored?.updatedAt, content: { fields: content, title: line.name, equipmentId: line._id } });
  const giveUp = () => { void draft.finish().then(onClose); };
  const submit = async () => {
    if (!form.check()) return;
    const result = await correcting.run({ id: line._id, ...fieldsToDescribed(content) });
    if (result) { await draft.finish(); notifySaved(result.changedSince ? t('equipment.alreadySaved') : t('equipment.corrected'), result.warnings, t); onClose(); }
  };
  return (
    <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off" data-testid="correct-equipment">
      <RestoredNote at={restored?.updatedAt} onDiscard={giveUp} />
      <RefusalList refusals={correcting.refusals} content={content} />
      {correcting.fault && <FaultNotice fault={correcting.fault} saving />}
      <EquipmentFieldset form={form} first={false} />
      <p className={layout.note}>{t('equipment.correctNote')}</p>
      <DialogFoot draft={draft.state} onCancel={giveUp} saving={correcting.running}>{t('equipment.save')}</DialogFoot>
    </form>
  );
}
