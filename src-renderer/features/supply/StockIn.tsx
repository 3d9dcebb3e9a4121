import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MedicineRow, ReadyMedicine } from '../../../src-shared/contract/queries.ts';
import { isVaccine } from '../../../src-shared/domain/immunization/vaccine-medicines.ts';
import { stockSources } from '../../../src-shared/domain/supply/supply.schema.ts';
import { isSpentStage, vvmStages } from '../../../src-shared/domain/supply/vvm-stage.ts';
import { useLive } from '../../api/use-live.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useRestoredDraft } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DraftLine } from '../../ui/DraftLine.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { medicineName } from '../../ui/medicine-name.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { RestoredNote } from '../../ui/RestoredNote.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { vvmWords } from '../../ui/vvm-words.ts';
import { MedicinePicker } from './MedicinePicker.tsx';
import { emptyStockIn, fieldsToMedicine, fieldsToStockIn, NEW_MEDICINE, STARTER, stockInProblems, type StockInFields } from './stock-in-form.ts';

interface StockInProps { kind: 'receive' | 'opening'; medicines: MedicineRow[]; medicineId?: string; /** Goes on with this half-written one. */ draftKey?: string; onClose(): void; onSaved(medicineId: string): void }

/** Medicine comes into the store room: a receipt, or what was there when the book was opened. */
export function StockIn({ draftKey, ...props }: StockInProps) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<StockInFields>({ form: props.kind, key: draftKey ?? '' });
  const [round, setRound] = useState<{ number: number; fields: StockInFields } | undefined>();
  if (restored === undefined) return null;
  const first = round === undefined;
  return (
    <Dialog onClose={props.onClose} title={props.kind === 'receive' ? t('supply.receive') : t('supply.opening')} size="xl" holds>
      <StockInForm
        key={round?.number ?? 0} {...props} formKey={first ? restored?.key : undefined} restoredAt={first ? restored?.updatedAt : undefined}
        initial={round?.fields ?? { ...emptyStockIn(today(), props.medicineId), ...restored?.fields }} onAnother={(fields) => { setRound((before) => ({ number: (before?.number ?? 0) + 1, fields })); }}
      />
    </Dialog>
  );
}

interface StockInFormProps extends Omit<StockInProps, 'draftKey' | 'medicineId'> { formKey: string | undefined; restoredAt: string | undefined; initial: StockInFields; onAnother(fields: StockInFields): void }

const noneReady: readonly ReadyMedicine[] = [];

/** One line; what is typed is kept at each pause. */
function StockInForm({ kind, medicines, formKey, restoredAt, initial, onClose, onSaved, onAnother }: StockInFormProps) {
  const { t, i18n } = useTranslation();
  const [key] = useState(() => formKey ?? mintKey());
  const form = useTypedForm(initial, (fields) => stockInProblems(fields, kind, today()), restoredAt !== undefined);
  const adding = useRun('addMedicine', `${key}-medicine`);
  const receiving = useRun('receiveStock', key);
  const opening = useRun('recordOpeningStock', key);
  const saving = kind === 'receive' ? receiving : opening;
  /** The medicine just put into the station's list, should the receipt itself be refused. */
  const [added, setAdded] = useState<string | undefined>();
  const fault = adding.fault ?? saving.fault;
  const { content } = form;
  const ready = useLive('readyMedicines', {}).answer?.rows ?? noneReady;
  const starter = ready.find(({ code }) => content.medicine === STARTER + code);
  const own = medicines.find(({ _id }) => _id === content.medicine);
  const unit = own?.baseUnit ?? starter?.baseUnit ?? content.baseUnit;

  const name = own ?? starter;
  const named = name ?? fieldsToMedicine(content);
  const draft = useDraft({ key, form: kind, touched: form.touched, restoredAt, content: { fields: content, title: [name ? medicineName(name) : content.inn.trim(), content.lotNumber.trim()].filter(Boolean).join(' · ') } });
  const giveUp = () => { void draft.finish().then(onClose); };

  const submit = async (andAnother: boolean) => {
    if (!form.check()) return;
    const id = own?._id ?? added ?? (await adding.run(starter ?? fieldsToMedicine(content)))?.id;
    if (id === undefined) return;
    setAdded(id);
    const input = fieldsToStockIn(isVaccine(named) ? content : { ...content, vvm: '' }, id);
    const { source: _source, documentNumber: _documentNumber, ...openingInput } = input;
    const result = kind === 'receive' ? await receiving.run(input) : await opening.run(openingInput);
    if (!result) return;
    const words = { quantity: formatCount(input.quantityBaseUnits, i18n.language), unit, medicine: medicineName(own ?? starter ?? fieldsToMedicine(content)) };
    notifySaved(result.changedSince ? t('supply.alreadySaved') : t(kind === 'receive' ? 'supply.received' : 'supply.opened', words), result.warnings, t);
    await draft.finish();
    onSaved(id);
    if (andAnother) onAnother({ ...emptyStockIn(today()), occurredOn: content.occurredOn, source: content.source, documentNumber: content.documentNumber });
    else onClose();
  };

  return (
      <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(false); }} noValidate autoComplete="off" data-testid="stock-in-form">
        <RestoredNote at={restoredAt} onDiscard={giveUp} />
        <RefusalList refusals={adding.refusals} content={content} />
        <RefusalList refusals={saving.refusals} content={content} />
        {fault && <FaultNotice fault={fault} saving />}
        <MedicinePicker label={t('supply.field.medicine')} value={content.medicine} medicines={medicines} ready={ready} error={form.errorAt('medicine')} disabled={added !== undefined} onChange={(medicine) => { form.set({ medicine }); }} autoFocus={content.medicine === '' && restoredAt === undefined} />
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
          {isVaccine(named) && (
            <Select data-span="12" label={t('supply.vvm.field')} description={isSpentStage(Number(content.vvm)) ? t('supply.vvm.willHold') : undefined} inputWrapperOrder={['label', 'input', 'error', 'description']} allowDeselect={false} value={content.vvm} onChange={(vvm) => { form.set({ vvm: vvm ?? '' }); }}
              data={[{ value: '', label: t('supply.vvm.notLooked') }, ...vvmStages.map((stage) => ({ value: String(stage), label: vvmWords(stage, t) }))]} />
          )}
        </div>
        <div className={layout.push}>
          <DraftLine state={draft.state} />
          <Button variant="default" onClick={giveUp}>{t('common.cancel')}</Button>
          <Button variant="light" disabled={saving.running || adding.running} onClick={() => { void submit(true); }}>{t('supply.andAnother')}</Button>
          <Button type="submit" loading={saving.running || adding.running}>{kind === 'receive' ? t('supply.saveReceive') : t('supply.saveOpening')}</Button>
        </div>
      </form>
  );
}
