import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import type { Warning } from '../../src-shared/domain/common/refusal.ts';
import { warningWords } from './refusal-words.ts';

/** A save that went through, and what is worth looking at again. */
export function notifySaved(message: string, warnings: Warning[], t: TFunction): void {
  notifications.show({ message, color: 'celadon', withBorder: true });
  for (const words of new Set(warnings.map((warning) => warningWords(warning, t)))) {
    if (words) notifications.show({ message: words, color: 'turmeric', withBorder: true, autoClose: 12_000 });
  }
}
