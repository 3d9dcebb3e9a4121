import type { TFunction } from 'i18next';
import { vitalSigns, type VitalSignName } from '../../../src-shared/domain/encounter/observations.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { formatDate } from '../../ui/format.ts';
import { formatNumber } from '../../ui/format-number.ts';

const isVitalSign = (name: string): name is VitalSignName => Object.hasOwn(vitalSigns, name);

/** What stood in a field of an earlier version, in words; '' where nothing did. */
export function wasWords(field: string, value: unknown, t: TFunction, language: string): string {
  if (value === undefined || value === null) return '';
  const name = field.split('.').at(-1) ?? field;
  const answer = value as { value?: unknown; notMeasured?: unknown };
  if (isVitalSign(name)) {
    if (typeof answer.value === 'number') return `${formatNumber(answer.value, language)} ${t(`encounters.units.${vitalSigns[name].unit}`)}`;
    const why = `encounters.notMeasuredReasons.${String(answer.notMeasured)}`;
    return `${t('encounters.notMeasured')}${hasWords(why) ? `: ${say(t, why)}` : ''}`;
  }
  if (field === 'diagnoses' && Array.isArray(value)) return (value as { icd10?: string; text?: string }[]).map(({ icd10, text }) => (icd10 ? `${text ?? ''} (${icd10})` : text ?? '')).join('; ');
  if (typeof value !== 'string') return JSON.stringify(value);
  return field.endsWith('On') ? formatDate(value) : value;
}
