import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { roles, type Role } from '../../../src-shared/domain/common/context.ts';
import { useChange } from '../../api/use-change.ts';
import { useSession } from '../../stores/session-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import { nameTyped } from '../../ui/suggest-account.ts';
import { accountProblems, emptyAccount } from './account-form.ts';
import { PasswordPair } from '../../ui/PasswordPair.tsx';

/** Somebody new at the station: name, what she is, and a password she changes herself later. */
export function AddAccount({ taken, onClose, onAdded }: { taken: readonly string[]; onClose(): void; onAdded(): void }) {
  const { t } = useTranslation();
  const form = useTypedForm(emptyAccount, (fields) => accountProblems(fields, taken));
  const change = useChange();
  const { content } = form;
  const submit = async () => {
    if (!form.check()) return;
    const { displayName, account, password } = content;
    const answer = await change.attempt(() => useSession.getState().client.accounts.add({ displayName: displayName.trim(), account: account.trim(), role: content.role as Role, password }));
    if (answer) { notifySaved(t('accounts.added', { name: displayName.trim() }), [], t); onAdded(); }
  };
  return (
    <Dialog title={t('accounts.add')} onClose={onClose} size="lg" holds={form.touched}>
      <form ref={form.ref} className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off" data-testid="add-account">
        <RefusalList refusals={change.refusals} content={form.content} />
        {change.fault && <FaultNotice fault={change.fault} saving />}
        <div className={layout.fields}>
          <TextInput data-span="7" label={t('accounts.field.displayName')} withAsterisk data-autofocus autoFocus {...form.text('displayName')} onChange={(event) => { form.set(nameTyped(content, event.currentTarget.value, taken)); }} />
          <Select
            data-span="5" label={t('accounts.field.role')} withAsterisk placeholder={t('accounts.chooseRole')} data={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
            value={content.role || null} onChange={(role) => { form.set({ role: role ?? '' }); }} error={form.errorAt('role')} description={content.role ? t(`accounts.mayDo.${content.role as Role}`) : undefined} inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
          <TextInput data-span="7" label={t('accounts.field.account')} description={t('accounts.accountHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} withAsterisk spellCheck={false} autoCapitalize="off" {...form.text('account', (typed) => typed.trim().toLowerCase())} onFocus={(event) => { event.currentTarget.select(); }} />
        </div>
        <div className={layout.two}><PasswordPair form={form} /></div>
        <p className={layout.note}>{t('accounts.firstPasswordHint')}</p>
        <DialogFoot onCancel={onClose} saving={change.running}>{t('accounts.addDo')}</DialogFoot>
      </form>
    </Dialog>
  );
}
