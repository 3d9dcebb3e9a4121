import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHybridClock, parseVersion, REMOTE_CLOCK_LIMIT_MS } from '../../../../src-shared/domain/common/hybrid-clock.ts';

const at = Date.parse('2026-11-22T03:00:00Z');

describe('hybrid clock', () => {
  it('[AUD6] stamps grow when the clock stands still, goes back, or the counter is full', () => {
    let now = at;
    const clock = createHybridClock({ now: () => now, device: 'pc1' });
    const stamps = [clock.next(), clock.next()];
    now -= 3_600_000;
    stamps.push(clock.next());
    now = at + 5;
    stamps.push(clock.next());
    for (let n = 0; n < 70_000; n += 1) stamps.push(clock.next());
    expect(stamps.every((stamp, n) => n === 0 || stamp > (stamps[n - 1] ?? ''))).toBe(true);
    expect(clock.last()).toBe(stamps.at(-1));
  });

  it('[AUD6] goes on after its last stamp when started again', () => {
    const before = createHybridClock({ now: () => at, device: 'pc1' });
    const last = before.next();
    const after = createHybridClock({ now: () => at - 86_400_000, device: 'pc1', last });
    expect(after.last()).toBe(last);
    expect(after.next() > last).toBe(true);
  });

  it('[AUD7] a stamp seen elsewhere is overtaken by the next own one', () => {
    const clock = createHybridClock({ now: () => at, device: 'a' });
    const seen = createHybridClock({ now: () => at + 60_000, device: 'z' }).next();
    expect(clock.observe(seen)).toEqual({ adopted: true, aheadMs: 60_000 });
    expect(clock.next() > seen).toBe(true);
  });

  it('[AUD7] a clock a day ahead is noted with its device and not adopted', () => {
    const clock = createHybridClock({ now: () => at, device: 'a' });
    const wrong = createHybridClock({ now: () => at + REMOTE_CLOCK_LIMIT_MS, device: 'pc9' }).next();
    expect(clock.observe(wrong)).toEqual({ adopted: false, aheadMs: REMOTE_CLOCK_LIMIT_MS });
    expect(clock.next() < wrong).toBe(true);
    expect(clock.farthestAhead()).toEqual({ device: 'pc9', aheadMs: REMOTE_CLOCK_LIMIT_MS });
  });

  it('[AUD7] a stamp that is not one of ours changes nothing', () => {
    const clock = createHybridClock({ now: () => at, device: 'a' });
    for (const odd of ['', 'x', '9999-99-99T99:99:99.999Z_0000_a', '2026-11-22T03:00:00.000Z_00_a']) expect(clock.observe(odd).adopted).toBe(false);
    expect(parseVersion(clock.next())).toEqual({ ms: at, counter: 0, device: 'a' });
  });

  it('[AUD6] is monotone under any mixture of own stamps, seen stamps and jumps of the clock', () => {
    const step = fc.record({ jumpMs: fc.integer({ min: -10_000_000, max: 10_000_000 }), seenAheadMs: fc.option(fc.integer({ min: -1e9, max: 1e9 })), restart: fc.boolean() });
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let now = at;
      const make = (last?: string) => createHybridClock({ now: () => now, device: 'pc1', last });
      let clock = make();
      let greatest = '';
      for (const { jumpMs, seenAheadMs, restart } of steps) {
        now += jumpMs;
        if (seenAheadMs !== null) {
          const seen = createHybridClock({ now: () => now + seenAheadMs, device: 'zz' }).next();
          if (clock.observe(seen).adopted && seen > greatest) greatest = seen;
        }
        if (restart) clock = make(clock.last());
        const stamp = clock.next();
        expect(stamp > greatest).toBe(true);
        greatest = stamp;
      }
    }));
  });
});
