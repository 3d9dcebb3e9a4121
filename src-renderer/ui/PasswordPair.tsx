import { useTranslation } from 'react-i18next';
import { PasswordField } from './PasswordField.tsx';
import type { PasswordFields } from './password-problems.ts';
import type { TypedForm } from './use-typed-form.ts';

/** A new password, typed twice. */
export function PasswordPair<T extends PasswordFields>({ form, autoFocus }: { form: TypedForm<T>; autoFocus?: boolean }) {
  const { t } = useTranslation();
  const set = (patch: PasswordFields | Partial<PasswordFields>) => { form.set(patch as Partial<T>); };
  return (
    <>
      <PasswordField label={t('accounts.newPassword')} fresh required value={form.content.password} onChange={(password) => { set({ password }); }} error={form.errorAt('password')} autoFocus={autoFocus} />
      <PasswordField label={t('accounts.newPasswordAgain')} fresh required value={form.content.again} onChange={(again) => { set({ again }); }} error={form.errorAt('again')} />
    </>
  );
}
