import { expect, it } from 'vitest';
import type { StocktakeCountRow } from '../../../src-shared/contract/queries.ts';
import { accountName } from '../../../src-renderer/ui/account-name.ts';
import { differenceOf, nextOpen, rowsWithWords, typedCount, withKept } from '../../../src-renderer/features/supply/count-rows.ts';

const row = (n: number, more: Partial<StocktakeCountRow> = {}): StocktakeCountRow => ({ lotId: `lots:${n}`, medicineId: 'm', medicineName: 'Thuốc đỏ', baseUnit: 'lọ', lotNumber: `A${n}`, expiresOn: '2030-01-01', state: 'usable', book: 10, ...more });

it('[SCR66] a number is read, nothing is no count, and what cannot be read is said to be so', () => {
  expect(['12', '1.000', '0', '', '12a', '-3', '1,5'].map(typedCount)).toEqual([{ counted: 12 }, { counted: 1000 }, { counted: 0 }, { counted: undefined }, 'unreadable', 'unreadable', 'unreadable']);
});

it('[SCR65] a line shows what is on its way, then what the file has, the newest of what this page and another one entered', () => {
  const rows = [row(1, { counted: 5, at: '2026-11-22T03:00:00.000Z' }), row(2), row(3)];
  expect(withKept(rows, { waiting: new Map([['lots:2', 7], ['lots:1', undefined]]), kept: new Map() }).map(({ counted }) => counted)).toEqual([undefined, 7, undefined]);
  const kept = (at: string) => new Map([['lots:1', { lotId: 'lots:1', counted: 9, at }]]);
  expect(withKept(rows, { waiting: new Map(), kept: kept('2026-11-22T03:00:01.000Z') })[0]?.counted).toBe(9);
  expect(withKept(rows, { waiting: new Map(), kept: kept('2026-11-22T02:00:00.000Z') })[0]?.counted).toBe(5);
  expect(withKept([row(1)], { waiting: new Map(), kept: kept('2026-11-22T02:00:00.000Z') })[0]?.counted).toBe(9);
  expect([differenceOf({ counted: 7, book: 10 }), differenceOf({ counted: 7 }), differenceOf({ book: 7 })]).toEqual([-3, undefined, undefined]);
});

it('[SCR65] the next line not counted is after this one, else from the top; a lot is found without marks', () => {
  const rows = [row(1), row(2, { counted: 1 }), row(3)];
  expect([nextOpen(rows, 0), nextOpen(rows, 2), nextOpen([row(1, { counted: 0 })], 0)]).toEqual([2, 0, undefined]);
  expect([rowsWithWords(rows, 'do a3').length, rowsWithWords(rows, 'thuoc').length, rowsWithWords(rows, 'zinc').length]).toEqual([1, 3, 0]);
  expect([accountName([{ account: 'lan', displayName: 'Lan', role: 'head' }], 'lan'), accountName([], 'mai')]).toEqual(['Lan', 'mai']);
});
