import { Button, Group, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProxyInput, ProxyStatus } from '../../../src-shared/contract/proxy.ts';
import { useChange } from '../../api/use-change.ts';
import { useSession } from '../../stores/session-store.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';

/** The proxy of the building's network, for the head: kept, and tried at once. */
export function Proxy() {
  const { t } = useTranslation();
  const client = useSession((s) => s.client);
  const change = useChange();
  const [status, setStatus] = useState<ProxyStatus>();
  const [form, setForm] = useState<{ url: string; user: string; password: string }>();
  const [reached, setReached] = useState<boolean>();
  useEffect(() => { client.proxy.get().then(setStatus, () => undefined); }, [client]);
  if (!status) return null;
  const set = async (input: ProxyInput) => {
    setReached(undefined);
    const answer = await change.attempt(() => client.proxy.set(input));
    if (!answer) return;
    setStatus(answer.status);
    setReached(answer.reached);
    setForm(undefined);
  };
  return (
    <Panel title={t('sync.proxy.title')} hint={t('sync.proxy.hint')}>
      <div className={layout.form} data-testid="proxy">
        <Text size="sm">{status.url === undefined ? t('sync.proxy.none') : t('sync.proxy.now', { url: status.url })}</Text>
        <RefusalList refusals={change.refusals} />
        {change.fault && <FaultNotice fault={change.fault} />}
        {reached !== undefined && <Text size="sm" fw={600} c={reached ? undefined : 'red'} role="status">{t(reached ? 'sync.proxy.reached' : 'sync.proxy.notReached')}</Text>}
        {form ? (
          <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void set({ url: form.url, ...(form.user && { user: form.user }), ...(form.password && { password: form.password }) }); }}>
            <div className={layout.fields}>
              <TextInput data-span="12" label={t('sync.proxy.url')} placeholder={t('sync.proxy.urlHint')} value={form.url} autoFocus required onChange={(event) => { setForm({ ...form, url: event.currentTarget.value }); }} />
              <TextInput data-span="6" label={t('sync.proxy.user')} value={form.user} autoComplete="off" onChange={(event) => { setForm({ ...form, user: event.currentTarget.value }); }} />
              <div data-span="6"><PasswordField fresh label={t('sync.proxy.password')} value={form.password} disabled={form.user === ''} onChange={(password) => { setForm({ ...form, password }); }} /></div>
            </div>
            <Group gap="xs"><Button type="submit" loading={change.running}>{t('sync.proxy.save')}</Button><Button variant="subtle" onClick={() => { setForm(undefined); }}>{t('common.cancel')}</Button></Group>
          </form>
        ) : (
          <Group gap="xs">
            <Button variant="default" size="xs" onClick={() => { setForm({ url: status.url ?? '', user: status.user ?? '', password: '' }); }}>{t('sync.proxy.url')}…</Button>
            {status.url !== undefined && <Button variant="subtle" size="xs" loading={change.running} onClick={() => { void set(null); }}>{t('sync.proxy.remove')}</Button>}
          </Group>
        )}
      </div>
    </Panel>
  );
}
