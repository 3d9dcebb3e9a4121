import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface DialogProps { title: ReactNode; onClose(): void; children: ReactNode; size?: 'md' | 'lg' | 'xl' | '56rem'; /** Something was typed: a click beside it does not throw that away. */ holds?: boolean; /** Over the sign-in page, which lies over everything. */ overSignIn?: boolean }

/** A question over the page. The cursor starts in it, not on its close button; Esc closes it. */
export function Dialog({ title, onClose, children, size = 'md', holds = false, overSignIn = false }: DialogProps) {
  const { t } = useTranslation();
  return <Modal zIndex={overSignIn ? 500 : undefined} opened onClose={onClose} title={title} size={size} closeOnClickOutside={!holds} closeButtonProps={{ 'aria-label': t('common.close'), tabIndex: -1 }}>{children}</Modal>;
}
