import { describe, expect, it } from 'vitest';
import { keepUnits } from '../../../../src-shared/domain/common/keep-units.ts';

describe('keepUnits', () => {
  it('[SCR21] keeps a number with its unit, and leaves other spaces', () => {
    expect(keepUnits('Amoxicilin 500 mg + 125 mg, viên nén')).toBe('Amoxicilin 500\u00a0mg + 125\u00a0mg, viên nén');
    expect(keepUnits('Lidocain 2% 2 ml')).toBe('Lidocain 2% 2\u00a0ml');
    expect(keepUnits('ngày 2 lần 3 gói')).toBe('ngày 2 lần 3 gói');
  });
});
