import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../api/use-change.ts';
import { useSession } from '../../stores/session-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { notifySaved } from '../../ui/notify.ts';
import { PasswordPair } from '../../ui/PasswordPair.tsx';
import { passwordProblems } from '../../ui/password-problems.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { useTypedForm } from '../../ui/use-typed-form.ts';

/** The way back for one account with the sheet of paper; whoever has the head's ear asks her instead. */
export function ForgottenPassword({ account, displayName, onClose }: { account: string; displayName: string; onClose(): void }) {
  const { t } = useTranslation();
  const form = useTypedForm({ code: '', password: '', again: '' }, (fields) => ({ ...passwordProblems(fields), ...(fields.code.trim() === '' ? { code: { code: 'required' as const } } : {}) }));
  const change = useChange();
  const submit = async () => {
    if (!form.check()) return;
    const { code, password } = form.content;
    const answer = await change.attempt(() => useSession.getState().client.accounts.resetByCode({ account, code, newPassword: password }));
    if (answer) { notifySaved(t('accounts.done.reset', { name: displayName }), [], t); onClose(); }
  };
  return (
    <Dialog title={t('session.forgottenTitle', { name: displayName })} onClose={onClose} size="lg" overSignIn holds={form.touched}>
      <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off">
        <p>{t('session.forgottenBody')}</p>
        <RefusalList refusals={change.refusals} />
        {change.fault && <FaultNotice fault={change.fault} saving />}
        <TextInput label={t('accounts.recoveryCode')} withAsterisk spellCheck={false} autoFocus data-autofocus {...form.text('code')} />
        <div className={layout.two}><PasswordPair form={form} /></div>
        <DialogFoot onCancel={onClose} saving={change.running}>{t('accounts.act.reset')}</DialogFoot>
      </form>
    </Dialog>
  );
}
