import { Alert, Button, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronLeft, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../src-shared/contract/session.ts';
import { isPracticeUnit, practicePassword } from '../../../src-shared/domain/practice/practice-unit.ts';
import { useSession } from '../../stores/session-store.ts';
import { BrandMark } from '../../ui/BrandMark.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Initials } from '../../ui/Initials.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { OpeningLine } from './OpeningLine.tsx';
import { RestoreOffer } from './RestoreOffer.tsx';
import { ForgottenPassword } from './ForgottenPassword.tsx';
import styles from './SignIn.module.css';
import { useSignIn } from './use-sign-in.ts';

/** Who is working, and their password. Covers the screen when a session ends in the middle of work. */
export function SignIn({ session, covering }: { session: SessionState; /** Account whose work is behind this page. */ covering: string | undefined }) {
  const { t } = useTranslation();
  const form = useSignIn(session, covering);
  const [forgotten, setForgotten] = useState(false);
  const chosen = session.accounts.find((a) => a.account === form.account);
  const note = covering ? t('session.againBody') : session.state === 'sealed' ? t('session.sealed') : session.state === 'locked' ? t('session.locked') : undefined;

  const title = covering ? (session.state === 'locked' ? t('session.lockedTitle') : t('session.again')) : chosen ? t('session.title') : t('session.who');
  // The page behind it has its own `main`.
  const Page = covering === undefined ? 'main' : 'div';

  return (
    <Page className={styles.page} data-testid="sign-in" {...(covering === undefined ? {} : { role: 'dialog', 'aria-modal': true, 'aria-label': title })}>
      <aside className={styles.side}>
        <div className={styles.brand}><BrandMark size={36} /><span>{t('common.product')}</span></div>
        <div>
          <p className={styles.station}>{session.unitName}</p>
          <p className={styles.tagline}>{t('session.tagline')}</p>
        </div>
        <ul className={styles.promises}>
          {([t('session.promise1'), t('session.promise2'), t('session.promise3')]).map((promise) => <li key={promise}><IconCheck size={16} aria-hidden /><span>{promise}</span></li>)}
        </ul>
      </aside>
      <div className={styles.main}>
        <div className={styles.corner}><LanguageSwitch onChange={(language) => { const { client, take, probe } = useSession.getState(); client.session.preferences({ language }).then(take, () => probe()); }} /></div>
        <div className={styles.box}>
          <h1>{title}</h1>
          {note && <p className={styles.note}><IconLock size={15} aria-hidden /> {note}</p>}
          {session.practice && <Alert color="turmeric" variant="light" mt="md" p="sm">{t('common.practice')}{isPracticeUnit(session.unit) && <><br /><strong>{t('session.practicePassword', { password: practicePassword })}</strong></>}</Alert>}
          {session.accounts.length === 0 && <EmptyState icon={<IconLock size={22} />} title={t('session.noAccounts')} body={t('session.noAccountsBody')} compact />}
          {!chosen && (
            <ul className={styles.accounts}>
              {session.accounts.map(({ account, displayName, role }, index) => (
                <li key={account}>
                  <UnstyledButton className={styles.account} onClick={() => { form.choose(account); }} autoFocus={index === 0}>
                    <Initials name={displayName} />
                    <span className={styles.who}><strong>{displayName}</strong><span>{t(`roles.${role}`)}</span></span>
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          )}
          {chosen && (
            <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void form.submit(); }} noValidate>
              <div className={styles.chosen}>
                <Initials name={chosen.displayName} />
                <span className={styles.who}><strong>{chosen.displayName}</strong><span>{t(`roles.${chosen.role}`)}</span></span>
                {session.accounts.length > 1 && <Button variant="subtle" size="compact-sm" leftSection={<IconChevronLeft size={14} />} onClick={() => { form.choose(undefined); }}>{t('session.change')}</Button>}
              </div>
              <PasswordField key={chosen.account} value={form.password} onChange={form.setPassword} error={form.message} inputRef={form.passwordRef} autoFocus />
              {form.fault && <FaultNotice fault={form.fault} />}
              {form.opening && <OpeningLine opening={form.opening} />}
              {form.restore && <RestoreOffer copyAt={form.restore.copyAt} busy={form.busy} onRestore={() => { void form.restore?.run(); }} />}
              <Button type="submit" size="md" fullWidth variant={form.restore?.copyAt ? 'default' : 'filled'} loading={form.busy} disabled={form.waitSeconds > 0}>{t('session.submit')}</Button>
              <Button variant="subtle" size="compact-sm" onClick={() => { setForgotten(true); }}>{t('session.forgotten')}</Button>
            </form>
          )}
          {chosen && forgotten && <ForgottenPassword account={chosen.account} displayName={chosen.displayName} onClose={() => { setForgotten(false); }} />}
        </div>
      </div>
    </Page>
  );
}
