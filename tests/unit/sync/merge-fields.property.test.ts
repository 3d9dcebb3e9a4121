import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, mergeFields, mintRevision } from '../../../sync/index.ts';
import type { FieldPolicy } from '../../../src-shared/domain/common/field-policy.ts';

const policy: Record<string, FieldPolicy> = { '*': 'clash', note: 'keepBoth', allergies: 'union', 'observations.*': 'clash', seen: 'latest' };
const fields = fc.record({
  fullName: fc.constantFrom('Hoa', 'Hòa', 'Hoá'), note: fc.constantFrom('đau', 'sốt', 'đau đầu'), allergies: fc.subarray(['a', 'b', 'c']), seen: fc.nat(3),
  observations: fc.record({ weightKg: fc.constantFrom(50, 51), heightCm: fc.constantFrom(150, 151) }, { requiredKeys: [] }), version: fc.constantFrom('1', '2', '3'), updatedAt: fc.constantFrom('1', '2'),
}, { requiredKeys: ['version', 'updatedAt'] }).map((body): Record<string, unknown> => ({ _id: 'patients:1', ...body }));

describe('mergeFields', () => {
  it('[SYN32] depends on its arguments alone, whatever the order of their keys', () => {
    fc.assert(fc.property(fc.option(fields, { nil: undefined }), fields, fields, (base, winner, loser) => {
      const reversed = (body: Record<string, unknown>) => Object.fromEntries(Object.entries(body).reverse());
      const one = mergeFields(base, winner, loser, policy);
      const other = mergeFields(base && reversed(base), reversed(winner), reversed(loser), policy);
      expect(canonicalJson(other)).toBe(canonicalJson(one));
      expect(mintRevision(other.body, '3-a')).toBe(mintRevision(one.body, '3-a'));
    }));
  });

  it('[SYN32] what only one side changed is in the merged version; what both changed stands or is a clash with both values', () => {
    fc.assert(fc.property(fields, fields, fields, (base, winner, loser) => {
      const { body, clashes, later } = mergeFields(base, winner, loser, policy);
      for (const key of ['fullName', 'seen'] as const) {
        const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);
        const clash = clashes.find(({ field }) => field === key);
        if (same(winner[key], loser[key]) || same(loser[key], base[key])) expect(body[key]).toEqual(winner[key]);
        else if (same(winner[key], base[key])) expect(body[key]).toEqual(loser[key]);
        else {
          expect(body[key]).toEqual((later === 'winner' ? winner : loser)[key]);
          if (key === 'fullName') expect([clash?.kept, clash?.other].sort()).toEqual([winner[key] ?? null, loser[key] ?? null].sort());
          else expect(clash).toBeUndefined();
        }
      }
    }));
  });

  it('[SYN32] texts to keep stand one under the other, lists are united, observations merge one by one', () => {
    const base = { _id: 'e:1', version: '1', note: 'đau', allergies: ['a'], observations: { weightKg: 50 } };
    const winner = { ...base, version: '3', note: 'sốt', allergies: ['a', 'b'], observations: { weightKg: 50, heightCm: 150 } };
    const loser = { ...base, version: '2', note: 'ho', allergies: ['a', 'c'], observations: { weightKg: 51 } };
    const { body, clashes } = mergeFields(base, winner, loser, policy);
    expect(clashes).toEqual([]);
    expect(body).toMatchObject({ note: 'ho\nsốt', allergies: ['a', 'b', 'c'], observations: { weightKg: 51, heightCm: 150 }, device: 'merge', version: '3' });
  });

  it('[SYN32] without a base equal fields merge and the rest clashes', () => {
    const { clashes } = mergeFields(undefined, { _id: 'p', version: '2', fullName: 'A', phone: '1' }, { _id: 'p', version: '1', fullName: 'A', phone: '2' }, policy);
    expect(clashes).toEqual([{ field: 'phone', kept: '1', other: '2' }]);
  });
});
