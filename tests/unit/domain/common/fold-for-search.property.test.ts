import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldForSearch, foldYToI } from '../../../../src-shared/domain/common/fold-for-search.ts';
import { seededRandom, vietnameseName } from '../../../support/builders.ts';

it('[PAT3] folding a folded text changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const folded = foldForSearch(text);
    expect(foldForSearch(folded)).toBe(folded);
    expect(foldYToI(foldYToI(folded))).toBe(foldYToI(folded));
  }), { numRuns: 500 });
});

it('[PAT3] composed, decomposed, unmarked and capital forms of one name have one key', () => {
  fc.assert(fc.property(fc.integer(), (seed) => {
    const keys = (['composed', 'decomposed', 'unmarked', 'capitals'] as const).map((form) => foldForSearch(vietnameseName(seededRandom(seed), { form }).fullName));
    expect(new Set(keys).size).toBe(1);
  }));
});
