import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MedicineRow } from '../../../src-shared/contract/queries.ts';
import { starterMedicines } from '../../../src-shared/domain/supply/starter-medicines.ts';
import { stockSources } from '../../../src-shared/domain/supply/supply.schema.ts';
import { useRun } from '../../api/use-run.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { medicineName } from '../../ui/medicine-name.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { MedicinePicker } from './MedicinePicker.tsx';
import { emptyStockIn, fieldsToMedicine, fieldsToStockIn, NEW_MEDICINE, STARTER, stockInProblems } from './stock-in-form.ts';

interface StockInProps { kind: 'receive' | 'opening'; medicines: MedicineRow[]; medicineId?: string; onClose(): void; onSaved(medicineId: string): void }

/** Medicine comes into the store room: a receipt, or what was there when the book was opened. */
export function StockIn({ kind, medicines, medicineId, onClose, onSaved }: StockInProps) {
  const { t, i18n } = useTranslation();
  const [key, setKey] = useState(mintKey);
  const form = useTypedForm(emptyStockIn(today(), medicineId), (fields) => stockInProblems(fields, kind, today()));
  const adding = useRun('addMedicine', `${key}-medicine`);
  const receiving = useRun('receiveStock', key);
  const opening = useRun('recordOpeningStock', key);
  const saving = kind === 'receive' ? receiving : opening;
  /** The medicine just put into the station's list, should the receipt itself be refused. */
  const [added, setAdded] = useState<string | undefined>();
  const fault = adding.fault ?? saving.fault;
  const { content } = form;
  const starter = starterMedicines.find(({ code }) => content.medicine === STARTER + code);
  const own = medicines.find(({ _id }) => _id === content.medicine);
  const unit = own?.baseUnit ?? starter?.baseUnit ?? content.baseUnit;

  const submit = async (andAnother: boolean) => {
    if (!form.check()) return;
    const id = own?._id ?? added ?? (await adding.run(starter ?? fieldsToMedicine(content)))?.id;
    if (id === undefined) return;
    setAdded(id);
    const input = fieldsToStockIn(content, id);
    const { source: _source, documentNumber: _documentNumber, ...openingInput } = input;
    const result = kind === 'receive' ? await receiving.run(input) : await opening.run(openingInput);
    if (!result) return;
    const words = { quantity: formatCount(input.quantityBaseUnits, i18n.language), unit, medicine: medicineName(own ?? starter ?? fieldsToMedicine(content)) };
    notifySaved(result.changedSince ? t('supply.alreadySaved') : t(kind === 'receive' ? 'supply.received' : 'supply.opened', words), result.warnings, t);
    onSaved(id);
    if (!andAnother) { onClose(); return; }
    setKey(mintKey());
    setAdded(undefined);
    form.restart({ ...emptyStockIn(today()), occurredOn: content.occurredOn, source: content.source, documentNumber: content.documentNumber });
  };

  return (
    <Dialog onClose={onClose} title={kind === 'receive' ? t('supply.receive') : t('supply.opening')} size="xl" holds={form.touched}>
      <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(false); }} noValidate autoComplete="off" data-testid="stock-in-form">
        <RefusalList refusals={[...adding.refusals, ...saving.refusals]} />
        {fault && <FaultNotice fault={fault} saving />}
        <MedicinePicker label={t('supply.field.medicine')} value={content.medicine} medicines={medicines} error={form.errorAt('medicine')} disabled={added !== undefined} onChange={(medicine) => { form.set({ medicine }); }} autoFocus={content.medicine === ''} />
        {content.medicine === NEW_MEDICINE && (
          <div className={layout.fields}>
            <TextInput data-span="6" label={t('supply.field.inn')} withAsterisk {...form.text('inn')} />
            <TextInput data-span="3" label={t('supply.field.strength')} {...form.text('strength')} />
            <TextInput data-span="3" label={t('supply.field.form')} {...form.text('form')} />
            <TextInput data-span="6" label={t('supply.field.baseUnit')} placeholder={t('supply.field.baseUnitHint')} withAsterisk {...form.text('baseUnit')} />
            <TextInput data-span="6" label={t('supply.field.code')} placeholder={t('common.optional')} {...form.text('code')} />
          </div>
        )}
        <div className={layout.fields}>
          <TextInput data-span="4" label={t('supply.field.lotNumber')} withAsterisk {...form.text('lotNumber')} data-autofocus={content.medicine !== '' || undefined} />
          <TextInput data-span="4" label={t('supply.field.expiresOn')} withAsterisk placeholder={t('supply.field.expiryHint')} inputMode="numeric" {...form.text('expiresOn', tidyDate({ expiry: true }))} />
          <TextInput data-span="4" label={unit ? t('supply.field.quantityIn', { unit }) : t('supply.field.quantity')} withAsterisk inputMode="numeric" className="num" {...form.text('quantity')} />
          <TextInput data-span="4" label={t('supply.field.occurredOn')} withAsterisk inputMode="numeric" {...form.text('occurredOn', tidyDate({ today: today() }))} />
          {kind === 'receive' && (
            <>
              <Select data-span="4" label={t('supply.field.source')} value={content.source} allowDeselect={false} onChange={(source) => { form.set({ source: source ?? 'upperLevel' }); }} data={stockSources.filter((s) => s !== 'opening').map((value) => ({ value, label: t(`supply.sources.${value}`) }))} />
              <TextInput data-span="4" label={t('supply.field.documentNumber')} {...form.text('documentNumber')} />
            </>
          )}
        </div>
        <div className={layout.push}>
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="light" disabled={saving.running || adding.running} onClick={() => { void submit(true); }}>{t('supply.andAnother')}</Button>
          <Button type="submit" loading={saving.running || adding.running}>{kind === 'receive' ? t('supply.saveReceive') : t('supply.saveOpening')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
