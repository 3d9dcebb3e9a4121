import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQuietTime as createFor } from '../../../../src-hub/operations/quiet-time.ts';

// What `timers/promises` waits for is not faked by Vitest's timers: a fake of its own, on the faked clock.
vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms); }),
  setImmediate: () => new Promise<void>((resolve) => { setImmediate(resolve); }),
}));
const [busy, light] = [0.9, 0.1];
const createQuietTime = (load = busy) => createFor(() => load);
beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

/** Slices done in so many milliseconds by work asked for at the beginning. */
async function slicesIn(ms: number, quiet: ReturnType<typeof createQuietTime>, since: number, isUrgent = () => false): Promise<number> {
  let done = 0, isOver = false;
  const work = (async () => { while (!isOver) { await quiet.turn(since, isUrgent); done += 1; await new Promise((resolve) => { setTimeout(resolve, 1); }); } })();
  await vi.advanceTimersByTimeAsync(ms);
  isOver = true;
  quiet.end();
  await vi.advanceTimersByTimeAsync(100);
  await work;
  return done;
}

it('[HSP1] nobody asks: slice follows slice', async () => {
  expect(await slicesIn(1000, createQuietTime(), performance.now())).toBeGreaterThan(400);
});

it('[HSP1] while somebody asks a slice is done now and then, more often the older the work, and never none', async () => {
  const perSecond: number[] = [];
  for (const ageMs of [0, 3_000, 40_000]) {
    const quiet = createQuietTime();
    quiet.asked();
    perSecond.push(await slicesIn(1000, quiet, performance.now() - ageMs));
  }
  const [young = 0, older = 0, oldest = 0] = perSecond;
  const beside = createQuietTime(light);
  beside.asked();
  expect(await slicesIn(1000, beside, performance.now())).toBeGreaterThan(young * 3);
  expect(young).toBeGreaterThanOrEqual(3);
  expect(young).toBeLessThan(8);
  expect(older).toBeGreaterThan(young * 3);
  expect(oldest).toBeGreaterThan(older * 2);
});

it('[HSP1] several at work share what one would have; a reader of pages is still asking between two of them', async () => {
  const quiet = createQuietTime();
  const ask = () => { const answered = quiet.asked(); setTimeout(answered, 10); };
  ask();
  const reader = setInterval(ask, 25);
  let done = 0;
  const since = performance.now();
  for (let worker = 0; worker < 4; worker += 1) void (async () => { for (;;) { await quiet.turn(since, () => false); done += 1; if (quiet.isOver) return; } })();
  await vi.advanceTimersByTimeAsync(1000);
  clearInterval(reader);
  expect(done).toBeLessThan(10);
  expect(done).toBeGreaterThan(0);
  quiet.end();
  await vi.advanceTimersByTimeAsync(100);
});

it('[HSP1] work somebody waits for does not wait', async () => {
  const quiet = createQuietTime();
  quiet.asked();
  expect(await slicesIn(1000, quiet, performance.now(), () => true)).toBeGreaterThan(400);
});

it('[HSP1] what was answered twice counts once', async () => {
  const quiet = createQuietTime();
  const answered = quiet.asked();
  quiet.asked();
  answered();
  answered();
  expect(await slicesIn(1000, quiet, performance.now())).toBeLessThan(8);
});
