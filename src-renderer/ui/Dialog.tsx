import { Modal } from '@mantine/core';
import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { draftOfEntry, forgetDraftOfEntry } from '../api/draft-of-entry.ts';

interface DialogProps { title: ReactNode; onClose(): void; children: ReactNode; size?: 'md' | 'lg' | 'xl' | '56rem'; /** Something was typed: a click beside it does not throw that away. */ holds?: boolean; /** Over the sign-in page, which lies over everything. */ overSignIn?: boolean }

/** As in the forms of a page: Ctrl+Enter saves from any field. */
function submitByKey(event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !(event.target instanceof Element)) return;
  event.preventDefault();
  event.target.closest('form')?.requestSubmit();
}

/** A question over the page. The cursor starts in it, not on its close button; Esc closes it, Ctrl+Enter saves. */
export function Dialog({ title, onClose, children, size = 'md', holds = false, overSignIn = false }: DialogProps) {
  const { t } = useTranslation();
  // Of a form below a question the entry keeps its draft.
  useEffect(() => { const below = draftOfEntry(); return () => { if (draftOfEntry() !== below) forgetDraftOfEntry(); }; }, []);
  return <Modal zIndex={overSignIn ? 500 : undefined} opened onClose={onClose} title={title} size={size} closeOnClickOutside={!holds} closeButtonProps={{ 'aria-label': t('common.close'), tabIndex: -1 }} onKeyDown={submitByKey}>{children}</Modal>;
}
