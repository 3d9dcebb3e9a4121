import type { NutritionFinding } from '../../../src-shared/domain/growth/derive-nutrition.ts';
import type { GrowthClass, GrowthIndex } from '../../../src-shared/domain/growth/growth-classes.ts';
import type { GrowthValue } from '../../../src-shared/domain/growth/growth-of.ts';

/** Forms are Vietnamese. What is called so of which index. */
const thin = { veryLow: 'gầy còm nặng', low: 'gầy còm', normal: 'bình thường', high: 'thừa cân', veryHigh: 'béo phì' } as const;
export const growthClassWords: Readonly<Record<GrowthIndex, Readonly<Record<GrowthClass, string>>>> = {
  weightForAge: { ...thin, veryLow: 'nhẹ cân nặng', low: 'nhẹ cân', normal: 'không nhẹ cân' }, heightForAge: { ...thin, veryLow: 'thấp còi nặng', low: 'thấp còi', normal: 'không thấp còi' }, weightForHeight: thin, bmiForAge: thin,
};
export const findingWords: Readonly<Record<NutritionFinding, string>> = { underweight: 'nhẹ cân', stunted: 'thấp còi', wasted: 'gầy còm', overweight: 'thừa cân, béo phì', notWeighed: 'quá hạn cân', implausible: 'số đo khó tin' };
export const indexWords: Readonly<Record<GrowthIndex, string>> = { weightForAge: 'Cân nặng theo tuổi', heightForAge: 'Chiều cao theo tuổi', weightForHeight: 'Cân nặng theo chiều cao', bmiForAge: 'BMI theo tuổi' };

/** `-2,31 (nhẹ cân)`; the paper's letters have no minus of their own. */
export function growthValueWords(index: GrowthIndex, value: GrowthValue | undefined): string {
  if (!value) return '';
  if (value.class === undefined) return 'khó tin, xem lại';
  const number = `${value.z < 0 ? '-' : value.z > 0 ? '+' : ''}${Math.abs(value.z).toFixed(2).replace('.', ',')}`;
  return `${number} (${growthClassWords[index][value.class]})`;
}
