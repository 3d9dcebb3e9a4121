import { PasswordInput } from '@mantine/core';
import { useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface PasswordFieldProps { value: string; onChange(value: string): void; error?: string; disabled?: boolean; inputRef?: Ref<HTMLInputElement>; autoFocus?: boolean }

/** A password with a way to see it, and a word when Caps Lock is on. */
export function PasswordField({ value, onChange, error, disabled, inputRef, autoFocus }: PasswordFieldProps) {
  const { t } = useTranslation();
  const [capsLock, setCapsLock] = useState(false);
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      ref={inputRef} size="md" label={t('session.password')} value={value} disabled={disabled} error={error} data-autofocus={autoFocus || undefined} autoFocus={autoFocus}
      autoComplete="current-password" spellCheck={false} autoCapitalize="off" name="password"
      visible={visible} onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{ 'aria-label': visible ? t('session.hidePassword') : t('session.showPassword'), tabIndex: 0 }}
      onChange={(event) => { onChange(event.currentTarget.value); }}
      onKeyDown={(event) => { setCapsLock(event.getModifierState('CapsLock')); }}
      onKeyUp={(event) => { setCapsLock(event.getModifierState('CapsLock')); }}
      description={capsLock ? t('session.capsLock') : undefined} inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
