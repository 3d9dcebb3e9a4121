import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubSession } from '../../../src-shared/contract/hub-api.ts';
import type { Fault } from '../../api/fault.ts';
import { hubFault, useHub } from '../../stores/hub-store.ts';
import { BrandMark } from '../../ui/BrandMark.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { hubName } from '../../ui/format.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { rememberLanguage } from '../../ui/remembered-language.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import styles from './HubSignIn.module.css';

/** Sign-in of a reviewer. */
export function HubSignIn({ session }: { session: HubSession }) {
  const { t } = useTranslation();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [message, setMessage] = useState<'needAccount' | 'needPassword' | 'hubWrong' | undefined>();
  const [codeMessage, setCodeMessage] = useState<'needCode' | 'wrongCode' | undefined>();
  const [waitSeconds, setWaitSeconds] = useState(0);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | undefined>();
  useEffect(() => {
    if (waitSeconds <= 0) return;
    const second = setTimeout(() => { setWaitSeconds(waitSeconds - 1); }, 1000);
    return () => { clearTimeout(second); };
  }, [waitSeconds]);

  const submit = async () => {
    if (busy || waitSeconds > 0) return;
    if (account.trim() === '') { setMessage('needAccount'); return; }
    if (password === '') { setMessage('needPassword'); return; }
    setBusy(true);
    setFault(undefined);
    try {
      const answer = await useHub.getState().client.session.signIn({ account: account.trim(), password, ...(asksCode ? { code } : {}) });
      if (answer.ok) { useHub.getState().take(answer.session); return; }
      setWaitSeconds(Math.ceil((answer.waitMs ?? 0) / 1000));
      setAsksCode(answer.needsCode === true || (asksCode && answer.waitMs !== undefined));
      setCodeMessage(answer.wrongCode ? 'wrongCode' : answer.needsCode ? 'needCode' : undefined);
      setCode('');
      setMessage(answer.needsCode ? undefined : 'hubWrong');
    } catch (error) {
      setFault(hubFault(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className={styles.page} data-testid="hub-sign-in">
      <div className={styles.corner}><LanguageSwitch onChange={rememberLanguage} /></div>
      <form className={styles.box} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate>
        <div className={styles.brand}><BrandMark size={34} /><span><strong>{t('session.hubTitle')}</strong><span>{hubName(session, t)}</span></span></div>
        <p className={styles.tagline}>{t('session.hubTagline')}</p>
        <TextInput size="md" label={t('session.account')} name="account" autoComplete="username" autoCapitalize="off" spellCheck={false} autoFocus value={account} error={message === 'needAccount' ? t('session.needAccount') : undefined} onChange={(event) => { setAccount(event.currentTarget.value); setMessage(undefined); }} />
        <PasswordField value={password} onChange={(typed) => { setPassword(typed); setMessage(undefined); setAsksCode(false); }} error={waitSeconds > 0 ? t('session.tooSoon', { seconds: waitSeconds }) : message && message !== 'needAccount' ? t(`session.${message}`) : undefined} />
        {asksCode && <TextInput size="md" label={t('review.code')} name="code" autoComplete="one-time-code" inputMode="numeric" maxLength={7} autoFocus value={code} error={codeMessage === 'wrongCode' ? t('review.wrongCode') : undefined} description={codeMessage === 'needCode' ? t('review.needCode') : undefined} onChange={(event) => { setCode(event.currentTarget.value); setCodeMessage(undefined); }} />}
        {fault && <FaultNotice fault={fault} />}
        <Button type="submit" size="md" fullWidth loading={busy} disabled={waitSeconds > 0}>{t('session.title')}</Button>
      </form>
    </main>
  );
}
