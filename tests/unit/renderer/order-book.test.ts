import { expect, it } from 'vitest';
import { amountOf, setAmount, shownRows, useOrderBook } from '../../../src-renderer/features/supply/order-book.ts';

const row = (id: string, proposed?: number) => ({ medicine: { id, code: id, inn: id, baseUnit: 'viên' }, usableBalance: 10, daysOut: 0, willExpire: 0, ...(proposed === undefined ? {} : { proposed }) });
const rows = [row('a', 120), row('b', 0), row('c')];

it('[SCR108] what was typed stands in the place of the proposal, and can be taken back', () => {
  setAmount('a', 100);
  setAmount('c', 30);
  const { typed } = useOrderBook.getState();
  expect(rows.map((one) => amountOf(one, typed))).toEqual([100, 0, 30]);
  setAmount('a', undefined);
  expect(rows.map((one) => amountOf(one, useOrderBook.getState().typed))).toEqual([120, 0, 30]);
});

it('[SCR108] only what is to be ordered is shown, and whatever was typed over', () => {
  const shown = (typed: Record<string, number>, onlyNeeded = true) => shownRows(rows, { typed, onlyNeeded }).map(({ medicine }) => medicine.id);
  expect(shown({})).toEqual(['a']);
  expect(shown({ a: 0, c: 30 })).toEqual(['a', 'c']);
  expect(shown({}, false)).toEqual(['a', 'b', 'c']);
});
