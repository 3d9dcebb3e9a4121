import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import { createElement } from 'react';
import type { Warning } from '../../src-shared/domain/common/refusal.ts';
import { SavedMessage } from './SavedMessage.tsx';
import { warningWords } from './refusal-words.ts';

/** One message at a time: the newest save is the one that matters, and messages must not pile up over a form. */
const SAVED = 'saved';

/** A save that went through, and what is worth looking at again. */
export function notifySaved(message: string, warnings: Warning[], t: TFunction): void {
  const doubts = [...new Set(warnings.map((warning) => warningWords(warning, t)))].filter((words) => words !== undefined);
  notifications.hide(SAVED);
  notifications.show({ id: SAVED, message: createElement(SavedMessage, { message, doubts }), color: doubts.length > 0 ? 'turmeric' : 'celadon', withBorder: true, closeButtonProps: { 'aria-label': t('common.close') }, autoClose: doubts.length > 0 ? 9000 : 4000 });
}
