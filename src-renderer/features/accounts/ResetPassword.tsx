import { useTranslation } from 'react-i18next';
import type { AccountRow } from '../../../src-shared/contract/accounts.ts';
import { useChange } from '../../api/use-change.ts';
import { useSession } from '../../stores/session-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { passwordProblems } from '../../ui/password-problems.ts';
import { PasswordPair } from '../../ui/PasswordPair.tsx';

/** The head gives somebody a new password; that person is signed out everywhere. */
export function ResetPassword({ row, onClose, onDone }: { row: AccountRow; onClose(): void; onDone(): void }) {
  const { t } = useTranslation();
  const form = useTypedForm({ password: '', again: '' }, passwordProblems);
  const change = useChange();
  const submit = async () => {
    if (!form.check()) return;
    const answer = await change.attempt(() => useSession.getState().client.accounts.reset({ account: row.account, newPassword: form.content.password }));
    if (answer) { notifySaved(t('accounts.done.reset', { name: row.displayName }), [], t); onDone(); }
  };
  return (
    <Dialog title={t('accounts.ask.reset', { name: row.displayName })} onClose={onClose} holds={form.touched}>
      <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate>
        <RefusalList refusals={change.refusals} />
        {change.fault && <FaultNotice fault={change.fault} saving />}
        <p>{t('accounts.why.reset')}</p>
        <PasswordPair form={form} autoFocus />
        <DialogFoot onCancel={onClose} saving={change.running}>{t('accounts.act.reset')}</DialogFoot>
      </form>
    </Dialog>
  );
}
