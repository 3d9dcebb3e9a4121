import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undoReasons, type Dispense } from '../../../src-shared/domain/supply/supply.schema.ts';
import { useRun } from '../../api/use-run.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';

/** Gives what was dispensed back to its lots, with the reason; the record stays to be seen. */
export function UndoDispense({ dispense, onClose }: { dispense: Dispense; onClose(): void }) {
  const { t } = useTranslation();
  const [key] = useState(mintKey);
  const [reason, setReason] = useState<(typeof undoReasons)[number] | undefined>();
  const [tried, setTried] = useState(false);
  const undoing = useRun('reverseStock', key);
  const confirm = async () => {
    setTried(true);
    if (reason === undefined) return;
    const result = await undoing.run({ dispenseId: dispense._id, reason });
    if (result) { notifySaved(t('supply.undone'), result.warnings, t); onClose(); }
  };
  return (
    <Dialog onClose={onClose} title={t('supply.undoDispense')} size="lg">
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void confirm(); }} noValidate>
        <p className={layout.note}>{t('supply.undoDispenseBody')}</p>
        <Choice label={t('supply.undoReason')} required value={reason ?? ''} error={tried && reason === undefined ? t('common.required') : undefined}
          onChange={(value) => { setReason(undoReasons.find((one) => one === value)); }} data={undoReasons.map((value) => ({ value, label: t(`supply.undoReasons.${value}`) }))} />
        <RefusalList refusals={undoing.refusals} />
        {undoing.fault && <FaultNotice fault={undoing.fault} saving />}
        <div className={layout.push}>
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" color="brick" loading={undoing.running}>{t('supply.undoDispense')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
