import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldForSearch, foldYToI } from '../../../../src-shared/domain/common/fold-for-search.ts';
import { seededRandom, vietnameseName } from '../../../support/builders.ts';

/** Any code points, halves of surrogate pairs too; weighted to where letters and marks are. */
const anyText = fc.array(fc.oneof(fc.integer({ min: 0, max: 0x1ff }), fc.integer({ min: 0x300, max: 0x3ff }), fc.integer({ min: 0x1e00, max: 0x20ff }), fc.integer({ min: 0, max: 0x10ffff })))
  .map((codes) => String.fromCodePoint(...codes));

it('[PAT3] folding a folded text changes nothing', () => {
  fc.assert(fc.property(anyText, (text) => {
    const folded = foldForSearch(text);
    expect(foldForSearch(folded)).toBe(folded);
    expect(foldYToI(foldYToI(folded))).toBe(foldYToI(folded));
  }), { numRuns: 300 });
});

it('[PAT3] composed, decomposed, unmarked and capital forms of one name have one key', () => {
  fc.assert(fc.property(fc.integer(), (seed) => {
    const keys = (['composed', 'decomposed', 'unmarked', 'capitals'] as const).map((form) => foldForSearch(vietnameseName(seededRandom(seed), { form }).fullName));
    expect(new Set(keys).size).toBe(1);
  }));
});
