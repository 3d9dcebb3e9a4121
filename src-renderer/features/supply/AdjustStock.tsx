import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LotRow } from '../../../src-shared/contract/queries.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { RestoredNote } from '../../ui/RestoredNote.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { adjustChange, adjustProblems, emptyAdjust, fieldsToAdjust, reasonsOf, type AdjustFields } from './adjust-form.ts';

/** Adds to or takes from one lot, with the reason. */
export function AdjustStock({ lot, draftKey, begins, onClose }: { lot: LotRow; draftKey?: string; /** Filled in for a new one. */ begins?: Partial<AdjustFields>; onClose(): void }) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<AdjustFields>({ form: 'adjust', key: draftKey ?? '' });
  if (restored === undefined) return null;
  return <Dialog onClose={onClose} title={t('supply.lotStock', { name: lot.medicineName, lot: lot.lotNumber })} size="lg" holds><AdjustForm lot={lot} restored={restored} begins={begins} onClose={onClose} /></Dialog>;
}

function AdjustForm({ lot, restored, begins, onClose }: { lot: LotRow; restored: Restored<AdjustFields> | null; begins: Partial<AdjustFields> | undefined; onClose(): void }) {
  const { t, i18n } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const form = useTypedForm({ ...emptyAdjust(today()), ...begins, ...restored?.fields }, (fields) => adjustProblems(fields, lot.balance, today()), restored !== null);
  const saving = useRun('adjustStock', key);
  const { content } = form;
  const draft = useDraft({ key, form: 'adjust', touched: form.touched, restoredAt: restored?.updatedAt, content: { fields: content, title: `${lot.medicineName} · ${lot.lotNumber}`, lotId: lot._id, medicineId: lot.medicineId } });
  const giveUp = () => { void draft.finish().then(onClose); };
  const submit = async () => {
    if (!form.check()) return;
    const result = await saving.run(fieldsToAdjust(content, lot._id));
    if (result) { await draft.finish(); notifySaved(result.changedSince ? t('supply.alreadySaved') : t('supply.adjusted'), result.warnings, t); onClose(); }
  };
  const shown = (balance: number) => `${formatCount(balance, i18n.language)} ${lot.baseUnit}`;
  return (
      <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off">
        <RestoredNote at={restored?.updatedAt} onDiscard={giveUp} />
        <RefusalList refusals={saving.refusals} content={form.content} />
        {saving.fault && <FaultNotice fault={saving.fault} saving />}
        <div className={layout.fields}>
          <div data-span="6">
            <Choice label={t('supply.field.direction')} value={content.direction} data={[{ value: 'out', label: t('supply.field.changeIn') }, { value: 'in', label: t('supply.field.changeOut') }]}
              onChange={(direction) => { form.set(direction === 'in' ? { direction: 'in', reasonCode: 'countSurplus' } : { direction: 'out', reasonCode: '' }); }} />
          </div>
          <TextInput data-span="6" label={t('supply.field.quantityIn', { unit: lot.baseUnit })} withAsterisk inputMode="numeric" className="num" data-autofocus {...form.text('quantity')}
            description={adjustChange(content) === 0 ? t('supply.now', { balance: shown(lot.balance) }) : t('supply.after', { balance: shown(lot.balance + adjustChange(content)) })} inputWrapperOrder={['label', 'input', 'error', 'description']} />
          <Select data-span="6" label={t('supply.field.reason')} withAsterisk value={content.reasonCode || null} error={form.errorAt('reasonCode')} onChange={(reasonCode) => { form.set({ reasonCode: reasonCode ?? '' }); }} data={reasonsOf[content.direction].map((value) => ({ value, label: t(`supply.reasons.${value}`) }))} />
          <TextInput data-span="3" label={t('supply.field.occurredOn')} withAsterisk inputMode="numeric" {...form.text('occurredOn', tidyDate({ today: today() }))} />
          <TextInput data-span="3" label={t('supply.field.documentNumber')} {...form.text('documentNumber')} />
        </div>
        <DialogFoot draft={draft.state} onCancel={giveUp} saving={saving.running}>{t('supply.saveAdjust')}</DialogFoot>
      </form>
  );
}
