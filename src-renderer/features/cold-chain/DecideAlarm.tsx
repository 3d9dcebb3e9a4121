import { Checkbox, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColdAlarmRow } from '../../../src-shared/contract/cold-chain.ts';
import { coldOutcomes, holdingOutcomes, type ColdOutcome } from '../../../src-shared/domain/cold-chain/cold-decision.schema.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { alarmWhen, alarmWords } from '../../ui/cold-words.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { RestoredNote } from '../../ui/RestoredNote.tsx';

interface DecisionFields { outcome: ColdOutcome | ''; lotIds: string[]; told: boolean }
interface DecideAlarmProps { alarm: ColdAlarmRow; draftKey: string | undefined; onClose(): void }

/** What was done after an alarm; lots chosen are held back with it. */
export function DecideAlarm({ draftKey, ...props }: DecideAlarmProps) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<DecisionFields>({ form: 'coldDecision', key: draftKey ?? '' });
  if (restored === undefined) return null;
  return <Dialog onClose={props.onClose} title={`${t('coldChain.decideTitle')} · ${props.alarm.place.name}`} size="lg" holds><DecisionForm {...props} restored={restored} /></Dialog>;
}

function DecisionForm({ alarm, onClose, restored }: Omit<DecideAlarmProps, 'draftKey'> & { restored: Restored<DecisionFields> | null }) {
  const { t, i18n } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const [fields, setFields] = useState<DecisionFields>(restored?.fields ?? { outcome: '', lotIds: [], told: false });
  const [tried, setTried] = useState(false);
  const running = useRun('decideColdAlarm', key);
  const { equipmentId, name } = alarm.place;
  const touched = fields.outcome !== '' || fields.lotIds.length > 0 || fields.told;
  const draft = useDraft({ key, form: 'coldDecision', touched, restoredAt: restored?.updatedAt, content: { fields, title: `${t('coldChain.decideTitle')} · ${name}`, equipmentId, readingId: alarm.readingIds[0] } });
  const set = (patch: Partial<DecisionFields>) => { setFields((before) => ({ ...before, ...patch })); };
  const giveUp = () => { void draft.finish().then(onClose); };
  const holds = fields.outcome !== '' && holdingOutcomes.has(fields.outcome);
  const lotsMissing = holds && fields.lotIds.length === 0;
  const outcomes = coldOutcomes.filter((one) => alarm.kind === 'frozen' || alarm.kind === 'cold' || !one.startsWith('shake'));
  const submit = async () => {
    setTried(true);
    if (fields.outcome === '' || lotsMissing) return;
    const result = await running.run({ equipmentId, readingIds: alarm.readingIds, outcome: fields.outcome, lotIds: holds ? fields.lotIds : undefined, toldDistrict: fields.told || undefined });
    if (result) { await draft.finish(); notifySaved(t('coldChain.decidedSaved'), result.warnings, t); onClose(); }
  };
  return (
    <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate data-testid="decide-alarm">
      <RestoredNote at={restored?.updatedAt} onDiscard={giveUp} />
      <p><strong>{alarmWords(alarm, t, i18n.language)}</strong>, {alarmWhen(alarm, t)}. {t(`coldChain.todo.${alarm.kind}`)}</p>
      <Radio.Group label={t('coldChain.outcome')} withAsterisk value={fields.outcome} error={tried && fields.outcome === '' ? t('common.required') : undefined} onChange={(value) => { set({ outcome: coldOutcomes.find((one) => one === value) ?? '' }); }}>
        {outcomes.map((value) => <Radio key={value} mt="xs" value={value} label={t(`coldChain.outcomes.${value}`)} />)}
      </Radio.Group>
      {holds && (
        <Checkbox.Group label={t('coldChain.hold')} description={t('coldChain.holdHint')} withAsterisk value={fields.lotIds} onChange={(lotIds) => { set({ lotIds }); }} error={tried && lotsMissing ? t('coldChain.chooseLots') : undefined}>
          {alarm.lots.map((lot) => <Checkbox key={lot._id} mt="xs" value={lot._id} label={`${t('coldChain.lot', { medicine: lot.medicineName, lot: lot.lotNumber, left: `${formatCount(lot.balance, i18n.language)} ${lot.baseUnit}` })}${lot.status === 'onHold' ? ` (${t('coldChain.held')})` : ''}`} />)}
          {alarm.lots.length === 0 && <p className={layout.note}>{t('coldChain.lotsNone')}</p>}
        </Checkbox.Group>
      )}
      <Checkbox label={t('coldChain.told')} checked={fields.told} onChange={(event) => { set({ told: event.currentTarget.checked }); }} />
      <RefusalList refusals={running.refusals} content={fields} />
      {running.fault && <FaultNotice fault={running.fault} saving />}
      <DialogFoot draft={draft.state} onCancel={giveUp} saving={running.running}>{t('coldChain.save')}</DialogFoot>
    </form>
  );
}
