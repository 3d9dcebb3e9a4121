import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '../../../src-shared/contract/accounts.ts';
import { useChange } from '../../api/use-change.ts';
import { useSession } from '../../stores/session-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { formatWhen } from '../../ui/format.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';
import { ResetPassword } from './ResetPassword.tsx';

const tones = { active: 'good', disabled: 'warn', forgotten: 'calm' } as const;
type Act = 'reset' | 'disable' | 'enable' | 'forget';

/** Who may sign in, who may not any more, and whose name is kept for what they did. */
export function AccountList({ rows, own, onChanged }: { rows: AccountRow[]; own: string; onChanged(): Promise<void> }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<{ act: Act; row: AccountRow } | undefined>();
  const close = () => { setAsked(undefined); };
  const done = () => { close(); void onChanged(); };
  return (
    <>
      <table className={table.table} data-testid="accounts">
        <thead><tr><th>{t('accounts.field.displayName')}</th><th>{t('accounts.field.role')}</th><th>{t('accounts.field.account')}</th><th>{t('accounts.field.state')}</th><th aria-label={t('common.moreActions')} /></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.account}>
              <td><span className={table.strong}>{row.displayName}</span>{row.account === own && <span className={table.under}>{t('accounts.you')}</span>}</td>
              <td>{row.role ? t(`roles.${row.role}`) : '–'}</td>
              <td className={table.faint}>{row.account}</td>
              <td><Badge tone={tones[row.state]}>{t(`accounts.states.${row.state}`)}</Badge><span className={table.under}>{t(row.state === 'forgotten' ? 'accounts.until' : 'accounts.since', { when: formatWhen(row.since, t) })}</span></td>
              <td className={table.number}>{row.account !== own && row.state !== 'forgotten' && <Actions row={row} onAsk={(act) => { setAsked({ act, row }); }} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked?.act === 'reset' && <ResetPassword row={asked.row} onClose={close} onDone={done} />}
      {asked && asked.act !== 'reset' && <Confirm act={asked.act} row={asked.row} onClose={close} onDone={done} />}
    </>
  );
}

function Actions({ row, onAsk }: { row: AccountRow; onAsk(act: Act): void }) {
  const { t } = useTranslation();
  const acts: readonly Act[] = row.state === 'active' ? ['reset', 'disable', 'forget'] : ['enable', 'reset', 'forget'];
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target><ActionIcon aria-label={t('accounts.actionsFor', { name: row.displayName })}><IconDots size={18} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>{acts.map((act) => <Menu.Item key={act} color={act === 'forget' ? 'var(--stop-ink)' : undefined} onClick={() => { onAsk(act); }}>{t(`accounts.act.${act}`)}</Menu.Item>)}</Menu.Dropdown>
    </Menu>
  );
}

function Confirm({ act, row, onClose, onDone }: { act: Exclude<Act, 'reset'>; row: AccountRow; onClose(): void; onDone(): void }) {
  const { t } = useTranslation();
  const change = useChange();
  const facts = { name: row.displayName };
  const confirm = async () => {
    const answer = await change.attempt(() => useSession.getState().client.accounts[act]({ account: row.account }));
    if (answer) { notifySaved(t(`accounts.done.${act}`, facts), [], t); onDone(); }
  };
  return (
    <Dialog title={t(`accounts.ask.${act}`, facts)} onClose={onClose}>
      <div className={layout.form}>
        <RefusalList refusals={change.refusals} />
        {change.fault && <FaultNotice fault={change.fault} saving />}
        <p>{t(`accounts.why.${act}`)}</p>
        <div className={layout.push}>
          <Button variant="default" data-autofocus onClick={onClose}>{t('common.cancel')}</Button>
          <Button color={act === 'enable' ? undefined : 'brick'} loading={change.running} onClick={() => { void confirm(); }}>{t(`accounts.act.${act}`)}</Button>
        </div>
      </div>
    </Dialog>
  );
}
