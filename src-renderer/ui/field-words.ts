import type { TFunction } from 'i18next';
import { hasWords, say } from '../i18n/say.ts';

/** Name of a record's field on the screen, by its path: `observations.weightKg` → "Cân nặng". */
export function fieldWords(path: string, t: TFunction): string {
  const last = path.split('.').at(-1) ?? path;
  const group = ['encounters.vitals', 'encounters.field', 'review.fields'].find((one) => hasWords(`${one}.${last}`));
  return group === undefined ? path : say(t, `${group}.${last}`);
}
