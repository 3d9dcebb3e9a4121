import { expect, it } from 'vitest';
import { doctorsPlot, sumResources } from '../../../src-renderer/features/review/resource-sums.ts';
import { resourcesToCsv } from '../../../src-renderer/features/review/resources-csv.ts';
import type { ResourceRow } from '../../../src-shared/contract/hub-api.ts';
import { byLack, lacksOf } from '../../../src-shared/domain/facility/resource-lacks.ts';

const today = '2026-11-22';
function row(unit: string, doctors: number | undefined, more: Partial<ResourceRow> = {}): ResourceRow {
  const facts = { unit, ...(doctors === undefined ? {} : { profile: { doctors, nursesMidwives: 3, staff: 9, bedsPlanned: 5, bedsActual: 4, bedsOccupied: 1, confirmedOn: today } }), ...more };
  return { ...facts, lacks: lacksOf(facts, today) };
}
const rows = [
  row('25004', 5), row('25001', 1, { area: '769', areaName: 'Khu vực Thủ Đức', equipment: { total: 10, working: 7 }, medicines: { listed: 60, outOfStock: 4, expiring: 2 } }), row('25002', undefined, { area: '769' }),
  row('25003', 9, { area: '770', medicines: { listed: 60, outOfStock: 1, expiring: 0 } }),
];

it('[SCR78] what lacks comes first: doctors, a profile, medicines', () => {
  expect([...rows].sort(byLack).map(({ unit, lacks }) => [unit, ...lacks])).toEqual([['25001', 'doctors', 'medicines'], ['25002', 'profile'], ['25003', 'medicines'], ['25004']]);
  expect(lacksOf({ profile: { doctors: 4, confirmedOn: '2026-08-01' } }, today)).toEqual(['oldProfile']);
});

it('[SCR78] sums by area, those with most to look after first, and of all; the plot counts stations by their doctors', () => {
  const { all, areas } = sumResources(rows);
  expect(all).toMatchObject({ stations: 4, withoutProfile: 1, belowTarget: 1, doctors: 15, nursesMidwives: 9, staff: 27, bedsPlanned: 15, bedsActual: 12, total: 10, working: 7, outOfStock: 5, expiring: 2 });
  expect(areas.map(({ key, stations, doctors }) => [key, stations, doctors])).toEqual([['769', 2, 1], ['', 1, 5], ['770', 1, 9]]);
  expect(doctorsPlot(rows)).toEqual([0, 1, 0, 0, 0, 1, 0, 0, 1]);
});

it('[SCR79] the file for a spreadsheet has every station with what it said, empty where it has not', () => {
  const [head, first, second] = resourcesToCsv([rows[1] as ResourceRow, rows[2] as ResourceRow]).trim().split('\r\n');
  expect(head?.split(',')).toHaveLength(20);
  expect(first).toBe(`25001,,769,Khu vực Thủ Đức,1,3,9,5,4,1,10,7,60,4,2,,,,${today},doctors medicines`);
  expect(second).toBe('25002,,769,,,,,,,,,,,,,,,,,profile');
});
