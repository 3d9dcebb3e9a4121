import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lineOf } from '../../../../src-hub/public/line-speed.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const MEGABYTE = 1_000_000;
function aLine() {
  const line = lineOf({} as Socket);
  /** An answer of so many bytes, and how the next one is packed, asked for so much later. */
  const next = (bytes: number, afterMs: number) => {
    const isPacked = line.packing() !== 'plain';
    line.sent(bytes, performance.now(), isPacked);
    vi.advanceTimersByTime(afterMs);
    return line.packing();
  };
  return { line, next };
}

it('[HSP4] nothing is known of a line at first: answers are packed quickly', () => {
  expect(aLine().line.packing()).toBe('quick');
  const socket = {} as Socket;
  expect(lineOf(socket)).toBe(lineOf(socket));
});

it('[HSP4] a line that takes packed answers at once is tried without packing, and stays so only where that is quicker still', () => {
  const { next } = aLine();
  expect(next(0.3 * MEGABYTE, 15)).toBe('plain');
  expect(next(1.4 * MEGABYTE, 20)).toBe('plain');
  // As 100 Mbit/s would take it.
  expect(next(1.4 * MEGABYTE, 120)).toBe('quick');
  // And is not tried again at once.
  for (let n = 0; n < 40; n += 1) expect(next(0.3 * MEGABYTE, 15)).toBe('quick');
  expect(Array.from({ length: 15 }, () => next(0.3 * MEGABYTE, 15))).toContain('plain');
});

it('[HSP4] mobile lines are never tried, small answers tell nothing', () => {
  const { next } = aLine();
  for (let n = 0; n < 60; n += 1) expect(next(0.3 * MEGABYTE, 60)).toBe('quick');
  for (let n = 0; n < 60; n += 1) expect(next(20_000, 0.5)).toBe('quick');
});

it('[HSP4] a line that is waited for gets smaller answers, until it keeps up', () => {
  const { line } = aLine();
  line.taken(3);
  expect(line.packing()).toBe('quick');
  line.taken(90);
  expect(line.packing()).toBe('small');
  line.taken(0);
  expect(line.packing()).toBe('quick');
});
