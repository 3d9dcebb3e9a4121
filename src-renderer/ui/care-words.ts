import type { TFunction } from 'i18next';
import type { PressureClass } from '../../src-shared/domain/chronic/classify-blood-pressure.ts';
import { meanPressure } from '../../src-shared/domain/chronic/classify-blood-pressure.ts';
import type { GlucosePoint } from '../../src-shared/domain/chronic/derive-care-state.ts';
import type { FollowUp } from '../../src-shared/domain/chronic/follow-up.schema.ts';
import { hasWords, say } from '../i18n/say.ts';
import { formatNumber } from './format-number.ts';
import { formatPressure } from './parse-typed-pressure.ts';

/** A chronic condition as a nurse calls it; one of a newer version is said to be another. */
export const conditionName = (code: string, t: TFunction): string => (hasWords(`chronic.conditions.${code}`) ? say(t, `chronic.conditions.${code}`) : t('chronic.otherCondition'));

/** `Tăng huyết áp độ 2, tâm thu đơn độc`. */
export function pressureClassWords({ grade, isolatedSystolic }: PressureClass, t: TFunction): string {
  const words = t(`chronic.pressureGrades.${grade}`);
  return isolatedSystolic ? t('chronic.isolatedSystolic', { grade: words }) : words;
}

/** `7,4 mmol/L lúc đói`. */
export function glucoseWords({ kind, value }: Pick<GlucosePoint, 'kind' | 'value'>, t: TFunction, language: string): string {
  const number = formatNumber(value, language);
  return kind === 'hba1c' ? `HbA1c ${number}\u00a0%` : `${number}\u00a0${t('chronic.units.mmolL')} ${t(`chronic.glucoseShort.${kind}`)}`;
}

/** What a follow-up measured and heard, in one line. */
export function followUpSummary(visit: FollowUp, t: TFunction, language: string): string {
  const mean = meanPressure(visit.bloodPressure ?? []);
  const measure = (value: number | undefined, unit: string) => value !== undefined && `${formatNumber(value, language)}\u00a0${unit}`;
  const glucose = (kind: GlucosePoint['kind'], value: number | undefined) => value !== undefined && glucoseWords({ kind, value }, t, language);
  const parts = [
    mean && `${formatPressure(mean)}\u00a0${t('chronic.unitPressure')}`, glucose('fasting', visit.fastingGlucoseMmolL), glucose('random', visit.randomGlucoseMmolL), glucose('hba1c', visit.hba1cPercent), measure(visit.weightKg, t('chronic.units.kg')),
    visit.missedDays !== undefined && visit.missedDays > 0 && t('chronic.form.missed', { count: visit.missedDays }), visit.symptoms, visit.sideEffects, visit.referredTo && t('chronic.visit.referred', { to: visit.referredTo }), visit.note,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : t('chronic.visit.said');
}
