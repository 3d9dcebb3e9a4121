import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src-shared/domain/common/partial-date.ts';
import { daysOfStock } from '../../../../src-shared/domain/supply/days-of-stock.ts';
import type { StockDay } from '../../../../src-shared/domain/supply/use-per-day.ts';

const today = '2026-06-30';
const ago = (days: number): string => addDays(today, -days);
const received = (change: number): StockDay => ({ used: 0, change });
const gave = (used: number): StockDay => ({ used, change: -used });

describe('daysOfStock', () => {
  it('[SUP24] usable stock over the average daily use of the last 90 days', () => {
    const days = new Map([[ago(200), received(1000)], [ago(100), gave(500)], [ago(60), gave(60)], [ago(1), gave(30)]]);
    expect(daysOfStock({ days, balance: 410, usable: 400 }, today)).toBe(400);
  });

  it('[SUP24] since the medicine first came, where that is less', () => {
    expect(daysOfStock({ days: new Map([[ago(19), received(100)], [ago(3), gave(40)]]), balance: 60, usable: 60 }, today)).toBe(30);
  });

  it('[SUP24] days without stock do not count as days of little use', () => {
    const days = new Map([[ago(89), received(60)], [ago(70), gave(60)], [ago(9), received(100)], [ago(2), gave(10)]]);
    // 20 days until it ran out, 10 since it came again: 70 in 30 days.
    expect(daysOfStock({ days, balance: 90, usable: 90 }, today)).toBe(38);
  });

  it('[SUP24] nothing on hand that may be given out lasts no day', () => {
    expect(daysOfStock({ days: new Map([[ago(40), received(90)], [ago(5), gave(90)]]), balance: 0, usable: 0 }, today)).toBe(0);
  });

  it('[SUP24] says nothing where nothing was used, all was undone, or it is too early', () => {
    expect(daysOfStock({ days: new Map([[ago(60), received(90)]]), balance: 90, usable: 90 }, today)).toBeUndefined();
    expect(daysOfStock({ days: new Map([[ago(60), received(90)], [ago(5), gave(10)], [ago(4), gave(-10)]]), balance: 90, usable: 90 }, today)).toBeUndefined();
    expect(daysOfStock({ days: new Map([[ago(5), received(90)], [ago(4), gave(10)]]), balance: 80, usable: 80 }, today)).toBeUndefined();
    expect(daysOfStock({ days: new Map(), balance: 0, usable: 0 }, today)).toBeUndefined();
  });
});
