import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../api/use-change.ts';
import { useSession } from '../../stores/session-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { notifySaved } from '../../ui/notify.ts';
import { RecoveryCode } from '../../ui/RecoveryCode.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';

/** Makes a new recovery code, shows it once, and has four of its characters typed back; only then the former one stops opening. */
export function NewRecoveryCode({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const change = useChange();
  const [code, setCode] = useState<string | undefined>();
  const [written, setWritten] = useState(false);
  const make = async () => { setCode((await change.attempt(() => useSession.getState().client.accounts.renewRecoveryCode()))?.recoveryCode); };
  const putAway = async () => {
    if (!await change.attempt(() => useSession.getState().client.accounts.recoveryCodeShown())) return;
    void useSession.getState().probe();
    notifySaved(t('accounts.recoveryRenewed'), [], t);
    onClose();
  };
  return (
    <Dialog title={t('accounts.renewRecovery')} onClose={() => { if (code === undefined || written) onClose(); }} size="lg" holds={code !== undefined}>
      <div className={layout.form}>
        <RefusalList refusals={change.refusals} />
        {change.fault && <FaultNotice fault={change.fault} saving />}
        {code === undefined ? <p>{t('accounts.renewRecoveryWhy')}</p> : <RecoveryCode code={code} onWritten={() => { setWritten(true); }} />}
        <div className={layout.push}>
          {code === undefined && <Button variant="default" data-autofocus onClick={onClose}>{t('common.cancel')}</Button>}
          {code === undefined && <Button loading={change.running} onClick={() => { void make(); }}>{t('accounts.renewRecoveryDo')}</Button>}
          {code !== undefined && <Button disabled={!written} loading={change.running} onClick={() => { void putAway(); }}>{t('accounts.writtenDown')}</Button>}
        </div>
      </div>
    </Dialog>
  );
}
