import { Button } from '@mantine/core';
import { IconKey, IconUserPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '../../../src-shared/contract/accounts.ts';
import { errorToFault, type Fault } from '../../api/fault.ts';
import { useSession } from '../../stores/session-store.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { ProgramVersion } from '../../ui/ProgramVersion.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { AccountList } from './AccountList.tsx';
import { AddAccount } from './AddAccount.tsx';
import { JoinTier } from './JoinTier.tsx';
import { NewRecoveryCode } from './NewRecoveryCode.tsx';
import { OwnPassword } from './OwnPassword.tsx';

/** One's own password; for the head also who works here, and the recovery code. */
export function AccountsPage() {
  const { t } = useTranslation();
  const session = useSession((s) => s.session);
  const client = useSession((s) => s.client);
  const isHead = session?.role === 'head';
  const [rows, setRows] = useState<AccountRow[]>([]);
  const [fault, setFault] = useState<Fault | undefined>();
  const [open, setOpen] = useState<'add' | 'recovery' | undefined>();
  const load = useCallback(() => client.accounts.list().then((list) => { setRows(list); setFault(undefined); }, (error: unknown) => { setFault(errorToFault(error)); }), [client]);
  useEffect(() => { if (isHead) void load(); }, [isHead, load]);
  const close = () => { setOpen(undefined); };

  return (
    <Screen title={isHead ? t('accounts.title') : t('accounts.ownTitle')} actions={isHead && <Button leftSection={<IconUserPlus size={18} />} onClick={() => { setOpen('add'); }}>{t('accounts.add')}</Button>}>
      <div className={layout.form}>
        {fault && <FaultNotice fault={fault} onRetry={() => { void load(); }} />}
        {isHead && <Panel title={t('accounts.who')} hint={t('accounts.whoHint')} flush><AccountList rows={rows} own={session.account ?? ''} onChanged={load} /></Panel>}
        <div className={layout.two}>
          <Panel title={t('accounts.ownPassword')} hint={t('accounts.ownPasswordHint')}><OwnPassword /></Panel>
          {isHead && (
            <div className={layout.form}>
              <Panel title={t('accounts.recovery')} hint={t('accounts.recoveryHint')}>
                <Button variant="default" leftSection={<IconKey size={16} />} onClick={() => { setOpen('recovery'); }}>{t('accounts.renewRecovery')}</Button>
              </Panel>
              {!session.practice && <JoinTier />}
              <ProgramVersion />
            </div>
          )}
        </div>
      </div>
      {open === 'add' && <AddAccount taken={rows.map(({ account }) => account)} onClose={close} onAdded={() => { close(); void load(); }} />}
      {open === 'recovery' && <NewRecoveryCode onClose={close} />}
    </Screen>
  );
}
