import { Button, Select, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubAccountAnswer, HubAccountRow, HubApi, HubRole } from '../../../src-shared/contract/hub-api.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { useHub } from '../../stores/hub-store.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatWhen } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { notifySaved } from '../../ui/notify.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';
import styles from './RecordsPage.module.css';
import { HubRefusals } from './HubRefusals.tsx';
import { useHubRun, type HubRun } from './use-hub-run.ts';

const roles = ['reviewer', 'manager', 'administrator'] as const;
type Asked = { what: 'add' } | { what: 'reset' | 'rekey'; account: string } | { what: 'shown'; account: string; otpauth: string };

/** Runs one of the accounts' procedures; keeps what is shown once. */
async function change(run: HubRun, work: (client: HubApi) => Promise<HubAccountAnswer>): Promise<{ otpauth?: string } | undefined> {
  let otpauth: string | undefined;
  const done = await run.run(async (client) => {
    const answer = await work(client);
    if (!answer.ok) return answer;
    otpauth = answer.otpauth;
    return { ok: true, count: 1 };
  });
  return done === undefined ? undefined : otpauth === undefined ? {} : { otpauth };
}

/** Accounts of the console, and what may sign in here of stations and child hubs; for administrators. */
export function HubAccountsPage() {
  const { t } = useTranslation();
  const own = useHub((s) => s.session?.account);
  const accounts = useHubAnswer('accounts', (client) => client.accounts.list());
  const [asked, setAsked] = useState<Asked | undefined>();
  const run = useHubRun();
  const done = () => { accounts.again(); };
  const set = async (account: string, on: boolean) => { if (await change(run, (client) => (on ? client.accounts.enable({ account }) : client.accounts.disable({ account })))) { notifySaved(t(on ? 'hubAccounts.enabled' : 'hubAccounts.disabled', { account }), [], t); done(); } };
  return (
    <Screen title={t('hubAccounts.title')} actions={<Button leftSection={<IconUserPlus size={17} />} onClick={() => { setAsked({ what: 'add' }); }}>{t('hubAccounts.add')}</Button>}>
      <div className={styles.page}>
        {accounts.fault && <FaultNotice fault={accounts.fault} onRetry={accounts.again} />}
        {!accounts.answer && !accounts.fault && <LoadingLines lines={4} />}
        <HubRefusals run={run} />
        {accounts.answer && (
          <Panel title={t('hubAccounts.people')} flush>
            <table className={table.table} data-testid="hub-accounts">
              <tbody>{accounts.answer.map((row) => <Account key={row.account} row={row} isOwn={row.account === own} onSet={(on) => { void set(row.account, on); }} onAsk={(what) => { setAsked({ what, account: row.account }); }} />)}</tbody>
            </table>
          </Panel>
        )}
        <Credentials />
      </div>
      {asked?.what === 'add' && <AddAccount onClose={() => { setAsked(undefined); }} onAdded={(account, otpauth) => { done(); setAsked(otpauth === undefined ? undefined : { what: 'shown', account, otpauth }); }} />}
      {asked?.what === 'reset' && <ResetPassword account={asked.account} onClose={() => { setAsked(undefined); }} />}
      {asked?.what === 'rekey' && <Rekey account={asked.account} isFirst={accounts.answer?.find(({ account }) => account === asked.account)?.hasAuthenticator === false} onClose={() => { setAsked(undefined); }} onShown={(otpauth) => { done(); setAsked({ what: 'shown', account: asked.account, otpauth }); }} />}
      {asked?.what === 'shown' && <Dialog title={t('hubAccounts.qrTitle', { account: asked.account })} onClose={() => { setAsked(undefined); }} holds><Authenticator otpauth={asked.otpauth} onClose={() => { setAsked(undefined); }} /></Dialog>}
    </Screen>
  );
}

function Account({ row, isOwn, onSet, onAsk }: { row: HubAccountRow; isOwn: boolean; onSet(on: boolean): void; onAsk(what: 'reset' | 'rekey'): void }) {
  const { t } = useTranslation();
  return (
    <tr data-account={row.account}>
      <td className={table.strong}>{row.displayName}<span className={table.under}>{row.account}</span></td>
      <td>{t(`hub.roles.${row.role}`)}<span className={table.under}>{t('hub.code', { unit: row.unit })}</span></td>
      <td>{row.disabledAt ? <Badge tone="stop">{t('hubAccounts.isDisabled')}</Badge> : row.hasAuthenticator ? <Badge tone="good">{t('hubAccounts.hasAuthenticator')}</Badge> : <Badge tone="warn">{t('hubAccounts.noAuthenticator')}</Badge>}</td>
      <td className={table.number}>
        <Button size="compact-sm" variant="default" onClick={() => { onAsk('reset'); }}>{t('hubAccounts.reset')}</Button>{' '}
        <Button size="compact-sm" variant="default" onClick={() => { onAsk('rekey'); }}>{t('hubAccounts.rekey')}</Button>{' '}
        {row.disabledAt ? <Button size="compact-sm" variant="default" onClick={() => { onSet(true); }}>{t('hubAccounts.enable')}</Button> : <Button size="compact-sm" variant="subtle" color="brick" disabled={isOwn} onClick={() => { onSet(false); }}>{t('hubAccounts.disable')}</Button>}
      </td>
    </tr>
  );
}

function Credentials() {
  const { t } = useTranslation();
  const credentials = useHubAnswer('credentials', (client) => client.credentials.list());
  const [revoking, setRevoking] = useState<string | undefined>();
  const run = useHubRun();
  const revoke = async (user: string) => { if (await change(run, (client) => client.credentials.revoke({ user }))) { notifySaved(t('hubAccounts.revoked', { user }), [], t); setRevoking(undefined); credentials.again(); } };
  if (!credentials.answer || credentials.answer.length === 0) return null;
  return (
    <Panel title={t('hubAccounts.machines')} flush>
      <table className={table.table} data-testid="credentials">
        <tbody>
          {credentials.answer.map((row) => (
            <tr key={row.user} data-user={row.user}>
              <td className={table.strong}>{t(`hubAccounts.kinds.${row.kind}`)}<span className={table.under}>{t('hubAccounts.signsInAs', { user: row.user })}</span></td>
              <td>{row.lastContactAt ? formatWhen(row.lastContactAt, t) : t('dates.never')}<span className={table.under}>{t('hub.column.last')}</span></td>
              <td>{row.revokedAt && <Badge tone="stop">{t('hubAccounts.isRevoked', { when: formatWhen(row.revokedAt, t) })}</Badge>}</td>
              <td className={table.number}>{!row.revokedAt && <Button size="compact-sm" variant="subtle" color="brick" onClick={() => { setRevoking(row.user); }}>{t('hubAccounts.revoke')}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {revoking !== undefined && (
        <Dialog title={t('hubAccounts.revokeTitle', { user: revoking })} onClose={() => { setRevoking(undefined); }}>
          <div className={layout.form}>
            <p>{t('hubAccounts.revokeBody')}</p>
            <HubRefusals run={run} />
            <div className={layout.push}><Button variant="default" data-autofocus onClick={() => { setRevoking(undefined); }}>{t('common.cancel')}</Button><Button color="brick" loading={run.running} onClick={() => { void revoke(revoking); }}>{t('hubAccounts.revoke')}</Button></div>
          </div>
        </Dialog>
      )}
    </Panel>
  );
}

function AddAccount({ onClose, onAdded }: { onClose(): void; onAdded(account: string, otpauth: string | undefined): void }) {
  const { t } = useTranslation();
  const ours = useHub((s) => s.session?.unit ?? '');
  const [fields, setFields] = useState({ account: '', displayName: '', role: 'reviewer' as HubRole, unit: ours, password: '' });
  const run = useHubRun();
  const set = (patch: Partial<typeof fields>) => { setFields((before) => ({ ...before, ...patch })); };
  const submit = async () => {
    const account = fields.account.trim();
    const done = await change(run, (client) => client.accounts.add({ ...fields, account, displayName: fields.displayName.trim() || account, unit: fields.unit.trim() }));
    if (done) onAdded(account, done.otpauth);
  };
  return (
    <Dialog title={t('hubAccounts.add')} size="lg" onClose={onClose} holds>
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off" data-testid="add-hub-account">
        <div className={layout.fields}>
          <TextInput label={t('hubAccounts.displayName')} data-autofocus value={fields.displayName} onChange={(event) => { set({ displayName: event.currentTarget.value }); }} />
          <TextInput label={t('session.account')} withAsterisk autoCapitalize="off" spellCheck={false} value={fields.account} onChange={(event) => { set({ account: event.currentTarget.value }); }} />
          <Select label={t('hubAccounts.role')} allowDeselect={false} data={roles.map((role) => ({ value: role, label: t(`hub.roles.${role}`) }))} value={fields.role} onChange={(chosen) => { set({ role: roles.find((role) => role === chosen) ?? 'reviewer' }); }} />
          <TextInput label={t('hubAccounts.unit')} description={t('hubAccounts.unitHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} withAsterisk value={fields.unit} onChange={(event) => { set({ unit: event.currentTarget.value }); }} />
        </div>
        <PasswordField value={fields.password} onChange={(password) => { set({ password }); }} />
        <HubRefusals run={run} />
        <DialogFoot onCancel={onClose} saving={run.running}>{t('hubAccounts.add')}</DialogFoot>
      </form>
    </Dialog>
  );
}

function ResetPassword({ account, onClose }: { account: string; onClose(): void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const run = useHubRun();
  const submit = async () => { if (await change(run, (client) => client.accounts.reset({ account, password }))) { notifySaved(t('hubAccounts.wasReset', { account }), [], t); onClose(); } };
  return (
    <Dialog title={t('hubAccounts.resetTitle', { account })} onClose={onClose} holds>
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate>
        <p className={layout.note}>{t('hubAccounts.resetBody')}</p>
        <PasswordField value={password} onChange={setPassword} />
        <HubRefusals run={run} />
        <DialogFoot onCancel={onClose} saving={run.running}>{t('hubAccounts.reset')}</DialogFoot>
      </form>
    </Dialog>
  );
}

function Rekey({ account, isFirst, onClose, onShown }: { account: string; /** It has no authenticator yet. */ isFirst: boolean; onClose(): void; onShown(otpauth: string): void }) {
  const { t } = useTranslation();
  const run = useHubRun();
  const submit = async () => { const done = await change(run, (client) => client.accounts.rekey({ account })); if (done?.otpauth !== undefined) onShown(done.otpauth); };
  return (
    <Dialog title={t('hubAccounts.rekeyTitle', { account })} onClose={onClose}>
      <div className={layout.form}>
        <p>{t(isFirst ? 'hubAccounts.rekeyFirst' : 'hubAccounts.rekeyBody')}</p>
        <HubRefusals run={run} />
        <div className={layout.push}><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button data-autofocus loading={run.running} onClick={() => { void submit(); }}>{t('hubAccounts.rekey')}</Button></div>
      </div>
    </Dialog>
  );
}

function Authenticator({ otpauth, onClose }: { otpauth: string; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <div className={layout.form} data-testid="authenticator">
      <p>{t('hubAccounts.qrBody')}</p>
      <div style={{ justifySelf: 'center' }}><QrCode text={otpauth} label={t('hubAccounts.qrLabel')} /></div>
      <p className={layout.note}>{t('hubAccounts.qrKey', { key: (new URL(otpauth).searchParams.get('secret') ?? '').replace(/(.{4})/g, '$1 ').trim() })}</p>
      <div className={layout.push}><Button data-autofocus onClick={onClose}>{t('hubAccounts.qrDone')}</Button></div>
    </div>
  );
}
