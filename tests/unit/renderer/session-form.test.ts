import { expect, it } from 'vitest';
import { discardStockInput } from '../../../src-shared/domain/supply/supply.schema.ts';
import { addTyped, dosesTyped, emptySession, fieldsToDiscard, sessionField, sessionProblems } from '../../../src-renderer/features/immunizations/session-form.ts';
import { anId } from '../../support/builders.ts';

const today = '2026-11-22';
const row = (n: number, balance: number) => ({ _id: anId('lots', n), balance });
const rows = [row(1, 20), row(2, 3)] as const;
const [over, spoilt, fewer] = [sessionField(rows[0], 'wastage'), sessionField(rows[0], 'damagedDestroyed'), sessionField(rows[1], 'wastage')];

it('[SCR130] what is typed becomes one line for each number; nothing and 0 become none', () => {
  const fields = { ...emptySession(today), [over]: ' 7 ', [spoilt]: '2', [fewer]: '0' };
  expect(sessionProblems(fields, rows, today)).toEqual({});
  const input = fieldsToDiscard(fields, rows);
  expect(discardStockInput.parse(input)).toEqual({ occurredOn: today, lines: [{ lotId: rows[0]._id, quantityBaseUnits: 7, reasonCode: 'wastage' }, { lotId: rows[0]._id, quantityBaseUnits: 2, reasonCode: 'damagedDestroyed' }] });
  expect(rows.map((one) => dosesTyped(fields, one))).toEqual([9, 0]);
  expect(addTyped(fields, { ...rows[0], use: { given: 13, wastage: 1, damagedDestroyed: 0, expiredDestroyed: 4 } })).toEqual({ given: 13, wastage: 8, damagedDestroyed: 2, expiredDestroyed: 4 });
});

it('[SCR130] more than a lot has, what is no number, and a day that is none or to come are said at their fields', () => {
  const problems = (typed: object) => sessionProblems({ ...emptySession(today), ...typed }, rows, today);
  expect(problems({ [fewer]: '4' })).toEqual({ [fewer]: { code: 'refusals.ReductionBelowZero', available: 3 } });
  expect(problems({ [over]: '15', [spoilt]: '6' })).toEqual({ [spoilt]: { code: 'refusals.ReductionBelowZero', available: 20 } });
  expect(problems({ [over]: 'bảy', [spoilt]: '-1', [fewer]: '1,5' })).toEqual({ [over]: { code: 'notACount' }, [spoilt]: { code: 'notACount' }, [fewer]: { code: 'notWhole' } });
  expect(Object.keys(problems({ occurredOn: '' }))).toEqual(['occurredOn']);
  expect(Object.keys(problems({ occurredOn: '31/02/2026' }))).toEqual(['occurredOn']);
  expect(Object.keys(problems({ occurredOn: '23/11/2026' }))).toEqual(['occurredOn']);
});
