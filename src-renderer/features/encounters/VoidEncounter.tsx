import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { voidReasons } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { useRun } from '../../api/use-run.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';

/** Strikes an encounter out, with the reason; it stays readable. */
export function VoidEncounter({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useTranslation();
  const [key] = useState(mintKey);
  const [reason, setReason] = useState<(typeof voidReasons)[number] | ''>('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const voiding = useRun('voidEncounter', key);
  const submit = async () => {
    setTried(true);
    if (reason === '') return;
    const result = await voiding.run({ id, voidReason: reason, note: note.trim() || undefined });
    if (result) { notifySaved(t('encounters.voidDone'), result.warnings, t); onClose(); }
  };
  return (
    <Dialog onClose={onClose} title={t('encounters.voidTitle')} size="lg">
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate>
        <p className={layout.note}>{t('encounters.voidBody')}</p>
        <Choice label={t('encounters.voidReason')} required value={reason} error={tried && reason === '' ? t('common.required') : undefined}
          onChange={(value) => { setReason(voidReasons.find((r) => r === value) ?? ''); }} data={voidReasons.map((value) => ({ value, label: t(`encounters.voidReasons.${value}`) }))} />
        <Textarea label={t('encounters.voidNote')} value={note} onChange={(event) => { setNote(event.currentTarget.value); }} />
        <RefusalList refusals={voiding.refusals} />
        {voiding.fault && <FaultNotice fault={voiding.fault} saving />}
        <div className={layout.push}>
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" color="brick" loading={voiding.running}>{t('encounters.voidConfirm')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
