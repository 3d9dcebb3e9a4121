import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { voidReasons } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { useDraft } from '../../api/use-draft.ts';
import { useRestoredDraft, type Restored } from '../../api/use-restored-draft.ts';
import { useRun } from '../../api/use-run.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { DraftLine } from '../../ui/DraftLine.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';

/** Strikes an encounter out, with the reason; it stays readable. */
export function VoidEncounter({ id, title, draftKey, onClose }: { id: string; /** Whose it is, for the list of unfinished forms. */ title: string; draftKey?: string; onClose(): void }) {
  const { t } = useTranslation();
  const restored = useRestoredDraft<VoidFields>({ form: 'void', key: draftKey ?? '' });
  if (restored === undefined) return null;
  return <Dialog onClose={onClose} title={t('encounters.voidTitle')} size="lg" holds><VoidForm id={id} title={title} restored={restored} onClose={onClose} /></Dialog>;
}

interface VoidFields { reason: (typeof voidReasons)[number] | ''; note: string }

function VoidForm({ id, title, restored, onClose }: { id: string; title: string; restored: Restored<VoidFields> | null; onClose(): void }) {
  const { t } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const [fields, setFields] = useState<VoidFields>(restored?.fields ?? { reason: '', note: '' });
  const { reason, note } = fields;
  const draft = useDraft({ key, form: 'void', touched: reason !== '' || note !== '', restoredAt: restored?.updatedAt, content: { fields, title, encounterId: id } });
  const giveUp = () => { void draft.finish().then(onClose); };
  const [tried, setTried] = useState(false);
  const voiding = useRun('voidEncounter', key);
  const submit = async () => {
    setTried(true);
    if (reason === '') return;
    const result = await voiding.run({ id, voidReason: reason, note: note.trim() || undefined });
    if (result) { await draft.finish(); notifySaved(t('encounters.voidDone'), result.warnings, t); onClose(); }
  };
  return (
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate>
        <p className={layout.note}>{t('encounters.voidBody')}</p>
        <Choice label={t('encounters.voidReason')} required value={reason} error={tried && reason === '' ? t('common.required') : undefined}
          onChange={(value) => { setFields((before) => ({ ...before, reason: voidReasons.find((r) => r === value) ?? '' })); }} data={voidReasons.map((value) => ({ value, label: t(`encounters.voidReasons.${value}`) }))} />
        <Textarea label={t('encounters.voidNote')} value={note} onChange={(event) => { const { value } = event.currentTarget; setFields((before) => ({ ...before, note: value })); }} />
        <RefusalList refusals={voiding.refusals} />
        {voiding.fault && <FaultNotice fault={voiding.fault} saving />}
        <div className={layout.push}>
          <DraftLine state={draft.state} />
          <Button variant="default" onClick={giveUp}>{t('common.cancel')}</Button>
          <Button type="submit" color="brick" loading={voiding.running}>{t('encounters.voidConfirm')}</Button>
        </div>
      </form>
  );
}
