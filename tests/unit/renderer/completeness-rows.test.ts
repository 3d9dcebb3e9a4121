import { expect, it } from 'vitest';
import { completenessRows } from '../../../src-renderer/features/review/completeness-rows.ts';

it('[REV51] the station that leaves out most is first, groups stand in the order of the form, what applied to nothing says nothing', () => {
  const told = completenessRows([
    { unit: '25001', name: 'An Phú', completeness: [{ group: 'vitals', filled: 5, of: 6 }, { group: 'history', filled: 2, of: 2 }] },
    { unit: '25002', completeness: [{ group: 'plan', filled: 0, of: 2 }, { group: 'history', filled: 1, of: 3 }] },
    { unit: '25003', completeness: [] },
  ]);
  expect(told.groups).toEqual(['history', 'vitals', 'plan']);
  expect(told.rows).toEqual([{ unit: '25002', name: undefined, whole: 20, shares: { plan: 0, history: 33 } }, { unit: '25001', name: 'An Phú', whole: 88, shares: { vitals: 83, history: 100 } }]);
});
