import type { ResourceRow } from '../../../src-shared/contract/hub-api.ts';

/** What the stations of an area have together; `key` is its unit, empty for those directly below. */
export interface ResourceSums {
  key: string; name?: string; stations: number; withoutProfile: number; belowTarget: number; doctors: number; nursesMidwives: number; staff: number; bedsPlanned: number; bedsActual: number;
  total: number; working: number; outOfStock: number; expiring: number;
}

const parts = ['doctors', 'nursesMidwives', 'staff', 'bedsPlanned', 'bedsActual'] as const;

function empty(key: string, name: string | undefined): ResourceSums {
  return { key, ...(name === undefined ? {} : { name }), stations: 0, withoutProfile: 0, belowTarget: 0, doctors: 0, nursesMidwives: 0, staff: 0, bedsPlanned: 0, bedsActual: 0, total: 0, working: 0, outOfStock: 0, expiring: 0 };
}

function add(sums: ResourceSums, { profile, equipment, medicines, lacks }: ResourceRow): void {
  sums.stations += 1;
  if (!profile) sums.withoutProfile += 1;
  if (lacks.includes('doctors')) sums.belowTarget += 1;
  if (profile) for (const part of parts) sums[part] += profile[part];
  sums.total += equipment?.total ?? 0;
  sums.working += equipment?.working ?? 0;
  sums.outOfStock += medicines?.outOfStock ?? 0;
  sums.expiring += medicines?.expiring ?? 0;
}

/** All together, and by area, the one with most stations that lack doctors or a profile first. */
export function sumResources(rows: readonly ResourceRow[]): { all: ResourceSums; areas: ResourceSums[] } {
  const all = empty('', undefined);
  const areas = new Map<string, ResourceSums>();
  for (const row of rows) {
    const key = row.area ?? '';
    const sums = areas.get(key) ?? empty(key, row.areaName);
    areas.set(key, sums);
    add(all, row);
    add(sums, row);
  }
  const lacking = ({ belowTarget, withoutProfile, stations }: ResourceSums) => (belowTarget + withoutProfile) / stations;
  return { all, areas: [...areas.values()].sort((a, b) => lacking(b) - lacking(a) || (a.key < b.key ? -1 : 1)) };
}

/** Where the plot ends: that many doctors or more. */
export const MOST_BARS = 8;

/** How many stations have 0, 1, 2 … doctors; the last bar is of those with more. */
export function doctorsPlot(rows: readonly ResourceRow[]): number[] {
  const bars = Array.from({ length: MOST_BARS + 1 }, () => 0);
  for (const { profile } of rows) {
    if (!profile) continue;
    const at = Math.min(profile.doctors, MOST_BARS);
    bars[at] = (bars[at] ?? 0) + 1;
  }
  return bars;
}
