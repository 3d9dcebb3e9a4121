import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays } from '../../../../src-shared/domain/common/partial-date.ts';
import { planOrder } from '../../../../src-shared/domain/supply/plan-order.ts';

const today = '2026-06-30';
const far = '2029-12-31';
const oneMonth = { months: 1, reserve: 1, today };

describe('planOrder', () => {
  it('[SUP25] thirty days of use times months and reserve, less what is on hand', () => {
    expect(planOrder(10, [{ balance: 250, expiresOn: far }], oneMonth)).toEqual({ perMonth: 300, willExpire: 0, proposed: 350 });
    expect(planOrder(10, [{ balance: 250, expiresOn: far }], { months: 3, reserve: 0.5, today })).toMatchObject({ proposed: 800 });
    expect(planOrder(1 / 7, [], { months: 1, reserve: 0, today })).toEqual({ perMonth: 5, willExpire: 0, proposed: 5 });
    expect(planOrder(10, [{ balance: 5000, expiresOn: far }], oneMonth)).toMatchObject({ proposed: 0 });
  });
  it('[SUP25] proposes nothing where the use tells nothing', () => {
    expect(planOrder(undefined, [{ balance: 5, expiresOn: far }], oneMonth)).toEqual({ willExpire: 0 });
  });
  it('[SUP26] what expires before its turn counts for nothing, first expiry first out', () => {
    // Ten days, today among them: a hundred can be used of the first lot.
    const soon = { balance: 300, expiresOn: addDays(today, 9) };
    expect(planOrder(10, [soon], oneMonth)).toEqual({ perMonth: 300, willExpire: 200, proposed: 500 });
    expect(planOrder(10, [{ balance: 250, expiresOn: far }, soon], oneMonth)).toEqual({ perMonth: 300, willExpire: 200, proposed: 250 });
    // The second of two that expire on one day finds nothing left to be used by then.
    expect(planOrder(10, [soon, { ...soon, balance: 40 }], oneMonth)).toMatchObject({ willExpire: 240 });
  });
  it('[SUP26] never orders less than is missing, nor counts more than is on hand', () => {
    const lot = fc.record({ balance: fc.integer({ min: 1, max: 5000 }), expiresOn: fc.integer({ min: 0, max: 900 }).map((days) => addDays(today, days)) });
    fc.assert(fc.property(fc.double({ min: 0.01, max: 200, noNaN: true }), fc.array(lot, { maxLength: 6 }), fc.constantFrom(1, 2, 3, 6), (perDay, lots, months) => {
      const { perMonth = 0, willExpire, proposed = 0 } = planOrder(perDay, lots, { months, reserve: 1, today });
      const onHand = lots.reduce((sum, { balance }) => sum + balance, 0);
      expect(willExpire).toBeGreaterThanOrEqual(0);
      expect(willExpire).toBeLessThanOrEqual(onHand);
      expect(proposed).toBeGreaterThanOrEqual(Math.max(0, perDay * 30 * (months + 1) - onHand) - 1e-6);
      expect(proposed).toBeLessThanOrEqual(perMonth * (months + 1));
    }));
  });
});
