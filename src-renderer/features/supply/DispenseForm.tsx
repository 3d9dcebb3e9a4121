import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconAlertTriangleFilled, IconInfoCircle, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MedicineRow } from '../../../src-shared/contract/queries.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { askAboutAllergies } from '../../../src-shared/domain/supply/ask-about-allergies.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useLive } from '../../api/use-live.ts';
import type { Run } from '../../api/use-run.ts';
import { DraftLine } from '../../ui/DraftLine.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, formatDate, today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { medicineName } from '../../ui/medicine-name.ts';
import { Panel } from '../../ui/Panel.tsx';
import { AllergyLine, PersonLine } from '../../ui/PersonHeader.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { RestoredNote } from '../../ui/RestoredNote.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { useFormKeys } from '../../ui/use-form-keys.ts';
import { useTypedForm, type TypedForm } from '../../ui/use-typed-form.ts';
import { AskAllergy } from './AskAllergy.tsx';
import { dispenseProblems, emptyLine, previewDispense, type DispenseFields, type DispenseLine, type LinePreview } from './dispense-form.ts';
import styles from './DispenseForm.module.css';
import { MedicinePicker } from './MedicinePicker.tsx';

interface DispenseFormProps {
  patient: Patient; encounterId?: string; formKey: string; initial: DispenseFields; restoredAt?: string;
  saving: Pick<Run<'dispenseMedicine'>, 'running' | 'refusals' | 'fault'>; save(fields: DispenseFields, finish: () => Promise<void>): Promise<void>; onBack(): void;
}

/** What a person is given, with the lots it comes from shown before it is saved. */
export function DispenseForm({ patient, encounterId, formKey, initial, restoredAt, saving, save, onBack }: DispenseFormProps) {
  const { t } = useTranslation();
  const form = useTypedForm(initial, (fields) => dispenseProblems(fields, today()), restoredAt !== undefined);
  const draft = useDraft({ key: formKey, form: 'dispense', patientId: patient._id, touched: form.touched, restoredAt, content: { fields: form.content, title: patient.fullName, ...(encounterId ? { encounterId } : {}) } });
  const medicines = useLive('medicineList', {});
  const lots = useLive('lotsOnHand', {});
  const previews = previewDispense(form.content, patient, medicines.answer ?? [], lots.answer ?? [], today());
  const given = (medicines.answer ?? []).filter(({ _id }) => form.content.items.some(({ medicineId }) => medicineId === _id));
  const question = askAboutAllergies(patient.allergies ?? [], given);
  const [asking, setAsking] = useState(false);
  // The medicines somebody said yes to: others are asked about anew.
  const [agreedTo, setAgreedTo] = useState('');
  const asked = given.map(({ _id }) => _id).join(' ');
  const give = () => { void save(form.content, draft.finish); };
  const submit = () => {
    // Which medicines these are is not read yet: nothing could be asked.
    if (!form.check() || medicines.answer === undefined) return;
    if (question && agreedTo !== asked) setAsking(true);
    else give();
  };
  useFormKeys({ submit, back: onBack });
  const storeFault = medicines.fault ?? lots.fault;
  const { items } = form.content;

  return (
    <form ref={form.ref} onSubmit={(event) => { event.preventDefault(); submit(); }} noValidate style={{ height: '100%' }} autoComplete="off" data-testid="dispense-form">
      <Screen
        title={t('supply.dispenseTitle')} beside={<PersonLine patient={patient} />} onBack={onBack} strip={<AllergyLine allergies={patient.allergies} />}
        footer={
          <>
            <DraftLine state={draft.state} />
            {form.problemCount > 0 && <span className={layout.wrong} role="alert">{t('encounters.fix', { count: form.problemCount })}</span>}
            <div className={layout.push}>
              <Button variant="default" onClick={onBack}>{t('common.back')}</Button>
              <Button type="submit" loading={saving.running}>{t('supply.saveDispense')}</Button>
            </div>
          </>
        }
      >
        <div className={layout.form}>
          <RestoredNote at={restoredAt} onDiscard={() => { void draft.finish().then(onBack); }} />
          <RefusalList refusals={saving.refusals} content={form.content} about={({ medicineId }) => { const about = medicines.answer?.find(({ _id }) => _id === medicineId); return about && medicineName(about); }} />
          {saving.fault && <FaultNotice fault={saving.fault} saving />}
          {storeFault && <FaultNotice fault={storeFault} onRetry={() => { medicines.again(); lots.again(); }} />}
          <Panel title={t('supply.column.medicine')} beside={t('supply.fefo')}>
            <div className={layout.form}>
              {items.map((line, index) => <Line key={index} form={form} line={line} index={index} medicines={medicines.answer ?? []} preview={previews[index]} />)}
              <div><Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} />} onClick={() => { form.set({ items: [...items, emptyLine] }); }}>{t('supply.addItem')}</Button></div>
            </div>
          </Panel>
          <Panel>
            <div className={layout.fields}><TextInput data-span="3" label={t('supply.field.occurredOn')} withAsterisk inputMode="numeric" {...form.text('occurredOn', tidyDate({ today: today() }))} /></div>
          </Panel>
        </div>
      </Screen>
      {asking && question && <AskAllergy question={question} name={patient.fullName} medicines={given.map(medicineName)} onClose={() => { setAsking(false); }} onGive={() => { setAsking(false); setAgreedTo(asked); give(); }} />}
    </form>
  );
}

interface LineProps { form: TypedForm<DispenseFields>; line: DispenseLine; index: number; medicines: MedicineRow[]; preview: LinePreview | undefined }

function Line({ form, line, index, medicines, preview }: LineProps) {
  const { t, i18n } = useTranslation();
  const { items } = form.content;
  const path = `items.${String(index)}`;
  const medicine = medicines.find(({ _id }) => _id === line.medicineId);
  const change = (patch: Partial<DispenseLine>) => { form.set({ items: items.map((item, i) => (i === index ? { ...item, ...patch } : item)) }); };
  const quantityError = form.errorAt(`${path}.quantity`) ?? (preview?.available !== undefined ? t('problems.moreThanHave', { available: `${formatCount(preview.available, i18n.language)} ${medicine?.baseUnit ?? ''}` }) : undefined);
  return (
    <div className={styles.line}>
      <div className={styles.fields}>
        <MedicinePicker label={index === 0 ? t('supply.field.medicine') : undefined} value={line.medicineId} medicines={medicines} usableOnly autoFocus={index > 0 || line.medicineId === ''} error={form.errorAt(`${path}.medicineId`)} onChange={(medicineId) => { change({ medicineId }); }} />
        <TextInput label={index === 0 ? t('supply.field.quantity') : undefined} withAsterisk={index === 0} aria-label={t('supply.field.quantity')} placeholder={index === 0 ? undefined : t('supply.field.quantity')} name={`${path}.quantity`} inputMode="numeric" className="num" value={line.quantity} error={quantityError}
          rightSection={<span className={styles.unit}>{medicine?.baseUnit}</span>} rightSectionWidth={52} onChange={(event) => { change({ quantity: event.currentTarget.value }); }} onBlur={() => { form.leave(`${path}.quantity`); }} />
        <TextInput label={index === 0 ? t('supply.field.dosage') : undefined} aria-label={t('supply.field.dosage')} placeholder={t('supply.field.dosageHint')} name={`${path}.dosage`} value={line.dosage} onChange={(event) => { change({ dosage: event.currentTarget.value }); }} />
        {items.length > 1 ? <ActionIcon size="lg" className={styles.remove} aria-label={t('supply.removeItem')} onClick={() => { form.set({ items: items.filter((_, i) => i !== index) }); }}><IconTrash size={17} /></ActionIcon> : <span />}
      </div>
      {preview && preview.lots.length > 0 && (
        <p className={styles.lots}>{t('supply.willTake', { lots: preview.lots.map(({ lotNumber, expiresOn, quantity }) => t('supply.willTakeLot', { lot: lotNumber, expiry: formatDate(expiresOn), quantity: formatCount(quantity, i18n.language) })).join('; ') })}</p>
      )}
      {preview?.allergic && <p className={styles.allergic} role="alert"><IconAlertTriangleFilled size={15} aria-hidden />{t('warnings.AllergyRecorded')}</p>}
      {preview?.onNoCard && <p className={styles.onNoCard} role="status"><IconInfoCircle size={15} aria-hidden />{t('warnings.VaccineOnNoCard')}</p>}
    </div>
  );
}
