import type { TFunction } from 'i18next';
import type { GrowthClass, GrowthIndex } from '../../src-shared/domain/growth/growth-classes.ts';
import type { GrowthValue } from '../../src-shared/domain/growth/growth-of.ts';
import { say } from '../i18n/say.ts';

export const growthTones = { veryLow: 'stop', low: 'warn', normal: 'good', high: 'warn', veryHigh: 'stop' } as const satisfies Record<GrowthClass, string>;

/** `Nhẹ cân`; what is hard to believe has no class. */
export function growthClassName(index: GrowthIndex, found: GrowthClass | undefined, t: TFunction): string {
  if (found === undefined) return t('growth.doubt');
  switch (index) {
    case 'weightForAge': return say(t, `growth.classes.weightForAge.${found}`);
    case 'heightForAge': return say(t, `growth.classes.heightForAge.${found}`);
    case 'weightForHeight': return say(t, `growth.classes.weightForHeight.${found}`);
    case 'bmiForAge': return say(t, `growth.classes.bmiForAge.${found}`);
  }
}

/** `−2,31 SD`, with the decimal sign of the language and a sign as wide as a digit. */
export function zWords({ z }: GrowthValue, t: TFunction, language: string): string {
  const number = Math.abs(z).toFixed(2);
  return t('growth.z', { z: `${z < 0 ? '−' : z > 0 ? '+' : ''}${language === 'vi' ? number.replace('.', ',') : number}` });
}

/** `−2,31 SD, Nhẹ cân`; of what is hard to believe only that it is. */
export function growthSaid(index: GrowthIndex, value: GrowthValue, t: TFunction, language: string): string {
  return value.class === undefined ? t('growth.doubt') : `${zWords(value, t, language)}, ${growthClassName(index, value.class, t)}`;
}
