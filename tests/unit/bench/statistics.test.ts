import { describe, expect, it } from 'vitest';
import { isGreaterBetter, median, ratioOf, toPrecision } from '../../../bench/support/statistics.ts';

describe('statistics of the benchmarks', () => {
  it('[BEN1] takes the middle value', () => {
    expect(median([9, 1, 5, 3, 7])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([2])).toBe(2);
    expect(() => median([])).toThrow(RangeError);
  });

  it('[BEN1] leaves the samples as they were and sorts them as numbers', () => {
    const samples = [10, 9, 100];
    expect(median(samples)).toBe(10);
    expect(samples).toEqual([10, 9, 100]);
  });

  it('[BEN2] is above 1 where ours is better', () => {
    expect(ratioOf(2, 4, 'ms')).toBe(2);
    expect(ratioOf(4, 2, 'ms')).toBe(0.5);
    expect(ratioOf(400, 200, 'documents/s')).toBe(2);
    expect(ratioOf(100, 200, 'documents/s')).toBe(0.5);
    expect(ratioOf(1000, 3000, 'B')).toBe(3);
    expect(ratioOf(50, 100, 'MiB')).toBe(2);
  });

  it('[BEN2] knows rates by their unit', () => {
    expect(['documents/s', 'saves/s'].every(isGreaterBetter)).toBe(true);
    expect(['ms', 's', 'B', 'MiB'].some(isGreaterBetter)).toBe(false);
  });

  it.each([[0, 1], [1, 0], [-1, 1], [Number.NaN, 1], [1, Number.NaN]])('[BEN3] refuses a ratio of %d and %d', (ours, peer) => {
    expect(() => ratioOf(ours, peer, 'ms')).toThrow(RangeError);
  });

  it('[BEN4] says no more digits than a few runs can know', () => {
    expect(toPrecision(12345.678)).toBe(12350);
    expect(toPrecision(0.0123456)).toBe(0.01235);
  });
});
