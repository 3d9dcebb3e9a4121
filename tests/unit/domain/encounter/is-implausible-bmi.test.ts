import { describe, expect, it } from 'vitest';
import { deriveBmi } from '../../../../src-shared/domain/encounter/derive-bmi.ts';
import { isImplausibleBmi } from '../../../../src-shared/domain/encounter/is-implausible-bmi.ts';

const bmi = (heightCm: number, weightKg: number): number => deriveBmi({ heightCm: { value: heightCm }, weightKg: { value: weightKg } }) ?? 0;

describe('a body mass index hard to believe', () => {
  it.each([['a child whose decimal comma was lost', bmi(80, 105), false, true], ['that child', bmi(80, 10.5), false, false], ['a new-born', bmi(50, 3.2), false, false], ['a thin child', bmi(100, 9), false, false], ['a thin adult', bmi(160, 35), true, false], ['an adult of a child’s weight', bmi(160, 20), true, true], ['a heavy adult', bmi(160, 150), true, false], ['pounds for kilograms', bmi(150, 140), true, true]])(
    '[ENC22] %s', (_who, index, adult, hard) => { expect(isImplausibleBmi(index, adult)).toBe(hard); });
});
