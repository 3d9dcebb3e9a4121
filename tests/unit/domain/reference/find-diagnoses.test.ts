import { describe, expect, it } from 'vitest';
import { findDiagnoses } from '../../../../src-shared/domain/reference/find-diagnoses.ts';
import { starterDiagnoses } from '../../../../src-shared/domain/reference/starter-diagnoses.ts';

const codes = (typed: string, limit = 12): string[] => findDiagnoses(starterDiagnoses, typed, limit).map(({ icd10 }) => icd10);

describe('finding a diagnosis', () => {
  it.each(['tang huyet', 'tăng huyết áp', ' Tang  huyet ap'])('[CAT12] %j offers essential hypertension before the heart disease that names it', (typed) => {
    expect(codes(typed).slice(0, 2)).toEqual(['I10', 'I11']);
  });
  it('[CAT12] words stand anywhere in the name, each from its beginning', () => {
    expect(codes('huyet ap')).toContain('I10');
    expect(codes('uyet ap')).toEqual([]);
  });
  it('[CAT12] a code is found by its beginning, in order', () => {
    expect(codes('i1')).toEqual([...codes('I1')].sort());
    expect(codes('i10')).toEqual(['I10']);
  });
  it('[CAT12] nothing typed finds nothing; no more than asked for', () => { expect([codes('  '), codes('viem', 3).length]).toEqual([[], 3]); });
});
