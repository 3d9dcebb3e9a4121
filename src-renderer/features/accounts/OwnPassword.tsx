import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../api/use-change.ts';
import { useSession } from '../../stores/session-store.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { notifySaved } from '../../ui/notify.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { passwordProblems, type PasswordFields } from '../../ui/password-problems.ts';
import { PasswordPair } from '../../ui/PasswordPair.tsx';

interface OwnFields extends PasswordFields { present: string }
const empty: OwnFields = { present: '', password: '', again: '' };

/** Changes the password of whoever is signed in; the present one is asked, since the screen may have been left open. */
export function OwnPassword() {
  const { t } = useTranslation();
  const form = useTypedForm(empty, (fields) => ({ ...passwordProblems(fields), ...(fields.present === '' ? { present: { code: 'required' as const } } : {}) }));
  const change = useChange();
  const submit = async () => {
    if (!form.check()) return;
    const answer = await change.attempt(() => useSession.getState().client.accounts.changePassword({ password: form.content.present, newPassword: form.content.password }));
    if (answer) { form.restart(empty); notifySaved(t('accounts.passwordChanged'), [], t); }
  };
  return (
    <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate data-testid="own-password">
      <RefusalList refusals={change.refusals} />
      {change.fault && <FaultNotice fault={change.fault} saving />}
      <PasswordField label={t('accounts.presentPassword')} required value={form.content.present} onChange={(present) => { form.set({ present }); }} error={form.errorAt('present')} />
      <PasswordPair form={form} />
      <div><Button type="submit" loading={change.running}>{t('accounts.changePassword')}</Button></div>
    </form>
  );
}
