import { Button, Select } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../src-shared/domain/common/refusal.ts';
import { useChange } from '../../api/use-change.ts';
import { useSession } from '../../stores/session-store.ts';
import { accountName } from '../../ui/account-name.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';
import styles from './Stocktake.module.css';

/** The second person, who signs with her own password; else the paper has a place for her. */
export function CountWitness({ id, witness }: { id: string; witness: string | undefined }) {
  const { t } = useTranslation();
  const session = useSession((s) => s.session);
  const accounts = session?.accounts ?? [];
  const others = accounts.filter(({ account }) => account !== session?.account);
  const [account, setAccount] = useState<string>();
  const [password, setPassword] = useState('');
  const signing = useChange();
  const sign = async () => {
    if (account === undefined || password === '') return;
    await signing.attempt<{ ok: true } | { ok: false; refusals: Refusal[] }>(() => useSession.getState().client.counts.witness({ id, account, password }));
    setPassword('');
  };
  return (
    <Panel title={t('stocktake.witness')} hint={witness === undefined ? others.length === 0 ? t('stocktake.nobodyElse') : t('stocktake.witnessBody') : undefined}>
      {witness !== undefined && <p className={styles.done}><IconSignature size={17} aria-hidden /> {t('stocktake.witnessed', { name: accountName(accounts, witness) })}</p>}
      {witness === undefined && others.length > 0 && (
        <form onSubmit={(event) => { event.preventDefault(); void sign(); }} autoComplete="off">
          <RefusalList refusals={signing.refusals} content={account} />
          {signing.fault && <FaultNotice fault={signing.fault} saving />}
          <div className={styles.sign}>
            <Select label={t('stocktake.witnessWho')} value={account ?? null} onChange={(chosen) => { setAccount(chosen ?? undefined); }} data={others.map((one) => ({ value: one.account, label: `${one.displayName} · ${t(`roles.${one.role}`)}` }))} placeholder={t('stocktake.onPaper')} clearable />
            <PasswordField label={t('stocktake.witnessPassword')} value={password} onChange={setPassword} disabled={account === undefined} />
            <Button type="submit" variant="light" loading={signing.running} disabled={account === undefined || password === ''}>{t('stocktake.witnessSign')}</Button>
          </div>
        </form>
      )}
    </Panel>
  );
}
