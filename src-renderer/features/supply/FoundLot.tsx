import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '../../../src-shared/domain/common/uuid-v7.ts';
import type { Refusal } from '../../../src-shared/domain/common/refusal.ts';
import { useChange } from '../../api/use-change.ts';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { MedicinePicker } from './MedicinePicker.tsx';
import { emptyStockIn, fieldsToStockIn, stockInProblems } from './stock-in-form.ts';

/** A lot on the shelf that has no line on the sheet: what stands on its box, and how many. */
export function FoundLot({ id, medicineIds, onClose }: { id: string; medicineIds: readonly string[] | undefined; onClose(): void }) {
  const { t } = useTranslation();
  const medicines = (useLive('medicineList', {}).answer ?? []).filter(({ _id }) => medicineIds?.includes(_id) ?? true);
  const form = useTypedForm(emptyStockIn(today()), (fields) => stockInProblems(fields, 'opening', today()));
  const [lotId] = useState(() => `lots:${uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))}`);
  const saving = useChange();
  const unit = medicines.find(({ _id }) => _id === form.content.medicine)?.baseUnit;
  const submit = async () => {
    if (!form.check()) return;
    const { medicineId, lotNumber, expiresOn, quantityBaseUnits: counted } = fieldsToStockIn(form.content, form.content.medicine);
    const kept = await saving.attempt<{ ok: true } | { ok: false; refusals: Refusal[] }>(() => useSession.getState().client.counts.found({ id, lotId, counted, found: { medicineId, lotNumber, expiresOn } }));
    if (kept) { notifySaved(t('stocktake.foundKept', { lot: lotNumber }), [], t); onClose(); }
  };
  return (
    <Dialog onClose={onClose} title={t('stocktake.foundTitle')} size="lg" holds>
      <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off" data-testid="found-lot">
        <RefusalList refusals={saving.refusals} content={form.content} />
        {saving.fault && <FaultNotice fault={saving.fault} saving />}
        <div className={layout.fields}>
          <div data-span="12"><MedicinePicker label={t('supply.field.medicine')} value={form.content.medicine} onChange={(medicine) => { form.set({ medicine }); }} medicines={medicines} ownOnly error={form.errorAt('medicine')} autoFocus /></div>
          <TextInput data-span="4" label={t('supply.field.lotNumber')} withAsterisk {...form.text('lotNumber')} />
          <TextInput data-span="4" label={t('supply.field.expiresOn')} withAsterisk placeholder={t('supply.field.expiryHint')} inputMode="numeric" {...form.text('expiresOn', tidyDate({ expiry: true }))} />
          <TextInput data-span="4" label={unit ? t('supply.field.quantityIn', { unit }) : t('supply.field.quantity')} withAsterisk inputMode="numeric" className="num" {...form.text('quantity')} />
        </div>
        <DialogFoot onCancel={onClose} saving={saving.running}>{t('stocktake.foundSave')}</DialogFoot>
      </form>
    </Dialog>
  );
}
