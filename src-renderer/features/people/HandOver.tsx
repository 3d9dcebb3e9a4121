import { Alert, Button, Select, Textarea } from '@mantine/core';
import { IconArrowsTransferUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentRow } from '../../../src-shared/contract/queries.ts';
import { handoverReasons } from '../../../src-shared/domain/handover/handover.schema.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { foldedFilter } from '../../ui/folded-filter.ts';
import { formatWhen } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';

/** "Chuyển trạm" on the page of a person, or where they went and the way back. */
export function HandOver({ patient, draftKey }: { patient: Patient; draftKey: string | undefined }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(draftKey !== undefined);
  const live = useLive('handovers', {}).answer;
  const sent = live?.sent.filter(({ patientId }) => patientId === patient._id) ?? [];
  const arrived = live?.arriving.find(({ patientId, atBoth }) => atBoth && patientId === patient._id);
  const kept = sent.find(({ atBoth }) => atBoth);
  const [newest] = sent;
  if (newest && newest.state !== 'takenBack') return <Away sent={newest} />;
  return (
    <div>
      {(arrived ?? kept) && <Alert color="brick" variant="light" icon={<IconArrowsTransferUp size={18} />} mb="xs" data-testid="at-both">{arrived ? t('handover.bothHere', { unit: arrived.fromName, when: formatWhen(arrived.withdrawnAt ?? arrived.sentAt, t) }) : t('handover.bothThere', { unit: kept?.toName ?? '' })}</Alert>}
      <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconArrowsTransferUp size={15} />} onClick={() => { setAsking(true); }}>{t('handover.open')}</Button>
      {asking && <ChooseStation patient={patient} draftKey={draftKey} onClose={() => { setAsking(false); }} />}
    </div>
  );
}

function Away({ sent }: { sent: SentRow }) {
  const { t } = useTranslation();
  const [key, setKey] = useState(mintKey);
  const taking = useRun('takeBackPerson', key);
  const back = async () => {
    const result = await taking.run({ id: sent.id });
    setKey(mintKey());
    if (result) notifySaved(t('handover.takenBack'), result.warnings, t);
  };
  return (
    <Alert color="turmeric" variant="light" icon={<IconArrowsTransferUp size={18} />} data-testid="away">
      <p>{t('handover.away', { unit: sent.toName, when: formatWhen(sent.sentAt, t) })} {t(`handover.awayHint.${sent.state}`, { note: sent.answerNote ?? '' })}</p>
      <RefusalList refusals={taking.refusals} />
      {taking.fault && <FaultNotice fault={taking.fault} saving />}
      <Button size="compact-sm" variant="default" loading={taking.running} onClick={() => { void back(); }}>{t('handover.takeBack')}</Button>
    </Alert>
  );
}

interface HandOverFields { toUnit: string; reason: (typeof handoverReasons)[number]; note: string }

function ChooseStation({ draftKey, ...props }: { patient: Patient; draftKey: string | undefined; onClose(): void }) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<HandOverFields>({ form: 'handOver', key: draftKey ?? '' });
  if (restored === undefined) return null;
  return <Dialog title={t('handover.title', { name: props.patient.fullName })} size="lg" onClose={props.onClose} holds><StationForm {...props} restored={restored} /></Dialog>;
}

function StationForm({ patient, restored, onClose }: { patient: Patient; restored: Restored<HandOverFields> | null; onClose(): void }) {
  const { t } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const profile = useLive('stationProfile', {}).answer;
  const units = (useLive('units', {}).answer ?? []).filter(({ unit }) => unit !== profile?.unit);
  const [fields, setFields] = useState<HandOverFields>(restored?.fields ?? { toUnit: '', reason: 'movedHome', note: '' });
  const { toUnit, reason, note } = fields;
  const put = (changed: Partial<HandOverFields>) => { setFields((before) => ({ ...before, ...changed })); };
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const draft = useDraft({ key, form: 'handOver', patientId: patient._id, touched: toUnit !== '' || note !== '', restoredAt: restored?.updatedAt, content: { fields, title: patient.fullName } });
  const moving = useRun('handOverPerson', key);
  // A unit the organisation data does not name yet can still be given by its key.
  const asKey = [typed.trim(), toUnit].find((word) => /^[a-z0-9]{1,40}$/.test(word));
  const data = [...units.map(({ unit, name }) => ({ value: unit, label: `${name} (${unit})` })), ...(asKey !== undefined && !units.some(({ unit }) => unit === asKey) ? [{ value: asKey, label: asKey }] : [])];
  const nameOf = (unit: string) => units.find((one) => one.unit === unit)?.name ?? unit;
  const submit = async () => {
    setTried(true);
    if (toUnit === '') return;
    const result = await moving.run({ patientId: patient._id, toUnit, reason, ...(note.trim() === '' ? {} : { note: note.trim() }) });
    if (!result) return;
    await draft.finish();
    notifySaved(t('handover.done', { unit: nameOf(toUnit) }), result.warnings, t);
    onClose();
  };
  return (
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate data-testid="hand-over">
        <p className={layout.note}>{t('handover.body')}</p>
        <RefusalList refusals={moving.refusals} />
        {moving.fault && <FaultNotice fault={moving.fault} saving />}
        <Select
          label={t('handover.toUnit')} placeholder={t('handover.toUnitHint')} withAsterisk searchable limit={30} data={data} value={toUnit || null} searchValue={typed} onSearchChange={setTyped} error={tried && toUnit === '' ? t('handover.needUnit') : undefined} data-autofocus name="toUnit"
          filter={foldedFilter} onChange={(chosen) => { put({ toUnit: chosen ?? '' }); }}
        />
        <Select label={t('handover.reason')} allowDeselect={false} data={handoverReasons.map((one) => ({ value: one, label: t(`handover.reasons.${one}`) }))} value={reason} onChange={(chosen) => { put({ reason: handoverReasons.find((one) => one === chosen) ?? 'movedHome' }); }} />
        <Textarea label={t('handover.note')} maxLength={500} value={note} onChange={(event) => { put({ note: event.currentTarget.value }); }} />
        <DialogFoot draft={draft.state} onCancel={() => { void draft.finish().then(onClose); }} saving={moving.running}>{t('handover.do')}</DialogFoot>
      </form>
  );
}
