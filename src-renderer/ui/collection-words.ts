import type { TFunction } from 'i18next';
import { hasWords, say } from '../i18n/say.ts';

/** What kind of record, in words; of a newer version it is said to be one. */
export function collectionWords(collection: string, t: TFunction): string {
  const key = `sync.collections.${collection}`;
  return hasWords(key) ? say(t, key) : t('sync.newKind');
}
