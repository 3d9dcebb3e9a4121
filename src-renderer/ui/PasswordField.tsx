import { PasswordInput } from '@mantine/core';
import { useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './PasswordField.module.css';
import { hasVietnameseMarks } from './has-vietnamese-marks.ts';

interface PasswordFieldProps { /** Another word than “Password”. */ label?: string; fresh?: boolean; required?: boolean; value: string; onChange(value: string): void; error?: string; disabled?: boolean; inputRef?: Ref<HTMLInputElement>; autoFocus?: boolean }

/** A password with a way to see it, and a word when Caps Lock or the Vietnamese typing program is on: both change what nobody sees. */
export function PasswordField({ label, fresh = false, required, value, onChange, error, disabled, inputRef, autoFocus }: PasswordFieldProps) {
  const { t } = useTranslation();
  const [capsLock, setCapsLock] = useState(false);
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      ref={inputRef} size={label === undefined ? 'md' : undefined} label={label ?? t('session.password')} withAsterisk={required} value={value} disabled={disabled} error={error} data-autofocus={autoFocus || undefined} autoFocus={autoFocus}
      autoComplete={fresh ? 'new-password' : 'current-password'} spellCheck={false} autoCapitalize="off" name={fresh ? 'new-password' : 'password'}
      visible={visible} onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{ 'aria-label': visible ? t('session.hidePassword') : t('session.showPassword'), tabIndex: 0 }}
      onChange={(event) => { onChange(event.currentTarget.value); }}
      onKeyDown={(event) => { setCapsLock(event.getModifierState('CapsLock')); }}
      onKeyUp={(event) => { setCapsLock(event.getModifierState('CapsLock')); }}
      description={capsLock ? t('session.capsLock') : hasVietnameseMarks(value) ? t('session.typingProgram') : undefined} descriptionProps={{ className: styles.warning }} inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
