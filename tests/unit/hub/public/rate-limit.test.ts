import { expect, it } from 'vitest';
import { createRateLimit } from '../../../../src-hub/public/rate-limit.ts';
import type { Principal } from '../../../../src-hub/public/principal.ts';

const device: Principal = { kind: 'device', user: '25001.pc1', unit: '25001', device: 'pc1' };
const other: Principal = { ...device, user: '25001.pc2' };
const child: Principal = { kind: 'child', user: 'child.769', unit: '769' };

it('[HUB90] counts requests a second after a burst, each credential for itself, and lets in again what time brings', () => {
  let now = 0;
  const rates = createRateLimit(() => now);
  const asks = (who: Principal, times: number) => { let taken = 0; for (let n = 0; n < times; n += 1) { try { rates.enter(who, false)(); taken += 1; } catch { /* refused */ } } return taken; };
  expect([asks(device, 5000), asks(other, 10), asks(child, 5000)]).toEqual([2000, 10, 5000]);
  now += 500;
  expect(asks(device, 5000)).toBe(100);
  now += 3_600_000;
  expect(asks(device, 5000)).toBe(2000);
});

it('[HUB90] counts what is under way, and what brings something apart', () => {
  const rates = createRateLimit(() => 0);
  const bodies = Array.from({ length: 16 }, () => rates.enter(device, true));
  expect(() => rates.enter(device, true)).toThrow(expect.objectContaining({ status: 429 }) as Error);
  const feeds = Array.from({ length: 84 }, () => rates.enter(device, false));
  expect(() => rates.enter(device, false)).toThrow(expect.objectContaining({ status: 429 }) as Error);
  bodies[0]?.();
  bodies[0]?.();
  rates.enter(device, true);
  expect(() => rates.enter(device, false)).toThrow();
  for (const over of feeds) over();
  rates.enter(device, false);
});
