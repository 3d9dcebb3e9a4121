import type { TFunction } from 'i18next';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { hasWords, say } from '../../i18n/say.ts';
import type { Route } from '../../ui/route-hash.ts';

/** What kind of record, in words; one this version does not know says its own name. */
export function collectionWords(collection: string, t: TFunction): string {
  const key = `sync.collections.${collection}`;
  return hasWords(key) ? say(t, key) : collection;
}

/** The name of a field on the screen; `observations.weightKg` by its measure. */
export function fieldWords(field: string, t: TFunction): string {
  const vital = `encounters.vitals.${field.replace(/^observations\./, '')}`;
  if (field.startsWith('observations.') && hasWords(vital)) return say(t, vital);
  const key = `sync.fields.${field}`;
  return hasWords(key) ? say(t, key) : field;
}

const refusalKinds: Readonly<Record<string, string>> = { forbidden: 'forbidden', unauthorized: 'unauthorized', document_too_large: 'tooLarge', too_large: 'tooLarge', 'too large for the hub': 'tooLarge' };

/** Why a record was refused, in a person's words; what the other computer said stays for whoever helps. */
export function refusalWords(reason: string, t: TFunction): string {
  const [kind = '', rest = ''] = reason.split(/:\s*/, 2);
  return say(t, `sync.deniedReasons.${refusalKinds[rest] ?? refusalKinds[kind] ?? 'invalid'}`);
}

/** The page that shows a record, where there is one. */
export function recordRoute(collection: string, document: Record<string, unknown>): Route | undefined {
  const id = typeof document._id === 'string' ? document._id : undefined;
  if (id === undefined) return undefined;
  if (collection === 'patients') return { page: 'person', id };
  if (collection === 'encounters') return { page: 'encounter', id };
  if (collection === 'dispenses' && typeof document.patientId === 'string') return { page: 'person', id: document.patientId };
  return collection === 'medicines' ? { page: 'store', medicineId: id } : undefined;
}

const enumWords: Record<string, string> = { sex: 'sexes', status: 'encounters.statuses', noNationalIdReason: 'people.noIdReasons' };

/** A value of any field as a person reads it. */
export function valueWords(field: string, value: unknown, t: TFunction): string {
  if (value === undefined || value === null || value === '') return t('sync.emptyValue');
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  if (typeof value === 'string') {
    const key = `${enumWords[field] ?? ''}.${value}`;
    if (enumWords[field] !== undefined && hasWords(key)) return say(t, key);
    return /^\d{4}(-\d{2}){0,2}$/.test(value) && field.endsWith('On') ? formatDate(value) : value;
  }
  if (Array.isArray(value)) return value.map((item) => valueWords(field, item, t)).join('; ');
  if (typeof value === 'object') {
    const parts = value as Record<string, unknown>;
    if ('value' in parts) return String(parts.value).replace('.', ',');
    if ('notMeasured' in parts) { const key = `encounters.notMeasuredReasons.${String(parts.notMeasured)}`; return hasWords(key) ? say(t, key) : String(parts.notMeasured); }
    return Object.values(parts).filter((part) => part !== undefined && part !== '').map((part) => valueWords('', part, t)).join(', ');
  }
  return String(value);
}
