import type { TFunction } from 'i18next';
import { hasWords, say } from '../i18n/say.ts';

const groups = ['encounters.vitals', 'encounters.field', 'review.fields', 'sync.fields', 'stocktake.fields', 'equipment.field', 'coldChain.field', 'immunizations.field', 'chronic.field', 'maternal.field', 'surveillance.field', 'facility.names'];

/** Name of a record's field on the screen, by its path: `observations.weightKg` → "Cân nặng"; one of a newer version is said to be such. */
export function fieldWords(path: string, t: TFunction): string {
  const last = path.split('.').at(-1) ?? path;
  const group = groups.find((one) => hasWords(`${one}.${last}`));
  return group === undefined ? t('sync.newField') : say(t, `${group}.${last}`);
}
