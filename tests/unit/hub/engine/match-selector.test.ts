import { describe, expect, it } from 'vitest';
import { fitsSelector, selectorFault } from '../../../../src-hub/engine/match-selector.ts';

describe('selectors from the wire', () => {
  it('[HUB6] fit as CouchDB\'s do', () => {
    const others = { $or: [{ device: { $exists: false } }, { device: { $ne: 'pc1' } }] };
    expect([{ _id: 'a' }, { _id: 'a', device: 'pc2' }, { _id: 'a', device: 'pc1' }].map((document) => fitsSelector(document, others))).toEqual([true, true, false]);
    const ranges = { $or: [{ _id: { $gte: 'receipt:', $lt: 'receipt;' } }, { _id: { $gte: 'review:', $lt: 'review;' } }] };
    expect(['receipt:79', 'review:1', 'reviewer:1', 'patients:1'].map((_id) => fitsSelector({ _id }, ranges))).toEqual([true, true, false, false]);
    expect(fitsSelector({ _id: 'a' }, {})).toBe(true);
  });

  it('[HUB24] fit nothing where they cannot be evaluated', () => {
    for (const selector of [{ list: { $elemMatch: { $eq: true } } }, { list: { $allMatch: { $eq: true } } }]) {
      expect(selectorFault(selector)).toBeUndefined();
      expect(fitsSelector({ _id: 'a', list: [{}, true] }, selector)).toBe(false);
    }
  });

  it('[HUB24] are refused with operators that run a pattern, with prototypes and with endless nesting', () => {
    const nested = (depth: number): object => (depth ? { $not: nested(depth - 1) } : { a: 1 });
    for (const selector of [undefined, null, 5, [], { a: { $regex: 'x' } }, { a: { $not: { $eq: 1 } } }, { a: { $or: [{ $eq: 1 }] } }, { $where: 'x' }, { $or: 'x' }, { $and: [] }, { $or: [1] }, nested(50), JSON.parse('{"__proto__":1}')]) expect(selectorFault(selector)).toEqual(expect.any(String));
    expect(selectorFault({ a: { $in: [1, 2] }, $and: [{ b: 1 }], $not: { c: 1 }, d: { $elemMatch: { $or: [{ e: 1 }, { e: 2 }] } } })).toBeUndefined();
  });
});
