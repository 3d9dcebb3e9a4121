import { expect, it } from 'vitest';
import { createThrottle } from '../../../../src-hub/public/throttle.ts';

it('[HUB25] waits longer after each wrong password, half a minute at most, and not at all after the right one', () => {
  let now = 0;
  const throttle = createThrottle(() => now);
  for (let n = 0; n < 4; n += 1) throttle.failed('pc1');
  expect(throttle.waitMs('pc1')).toBe(0);
  const waits = Array.from({ length: 8 }, () => { throttle.failed('pc1'); return throttle.waitMs('pc1'); });
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  expect(throttle.waitMs('pc2')).toBe(0);
  // A clock put back by two days makes nobody wait two days.
  now -= 48 * 3600_000;
  expect(throttle.waitMs('pc1')).toBe(0);
  now += 48 * 3600_000;
  now += 30_000;
  expect(throttle.waitMs('pc1')).toBe(0);
  throttle.succeeded('pc1');
  throttle.failed('pc1');
  expect(throttle.waitMs('pc1')).toBe(0);
});

it('[HUB25] a try counts as wrong while it is looked at, and can be taken back', () => {
  const throttle = createThrottle(() => 0);
  const tries = Array.from({ length: 5 }, () => throttle.failed('hoa'));
  expect(throttle.waitMs('hoa')).toBe(1000);
  tries.at(-1)?.();
  expect(throttle.waitMs('hoa')).toBe(0);
  // One that others came after stays as it was counted.
  tries[0]?.();
  throttle.failed('hoa');
  expect(throttle.waitMs('hoa')).toBe(1000);
});
