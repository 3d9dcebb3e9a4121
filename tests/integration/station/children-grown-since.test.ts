import { expect, it } from 'vitest';
import { aReportingStation } from './reporting-station.ts';

/** Five years old on 2 November, one on 20 November, and eleven. */
function aStation() {
  const station = aReportingStation();
  station.at('2026-09-15');
  for (const [n, bornOn] of [[1, '2021-11-02'], [2, '2025-11-20'], [3, '2015-06-01']] as const) station.somebody(n, { bornOn });
  return station;
}
const underFive = async ({ one }: ReturnType<typeof aReportingStation>, month: string) => (await one(month, 'children.underFive'))?.value;

it('[REP28] a child that became five before the month was counted was under five in it', async () => {
  const station = aStation();
  station.at('2026-11-03');
  expect(await underFive(station, '2026-10')).toBe(2);
  expect(await underFive(station, '2026-11')).toBe(1);
});

it('[REP28] whoever leafs back for years finds whoever was a child then', async () => {
  const station = aStation();
  station.at('2026-11-03');
  expect(await underFive(station, '2026-11')).toBe(1);
  expect(await underFive(station, '2020-05')).toBe(1);
  expect(await underFive(station, '2020-06')).toBe(0);
  expect(await underFive(station, '2021-11')).toBe(1);
  expect(await underFive(station, '2026-11')).toBe(1);
});
