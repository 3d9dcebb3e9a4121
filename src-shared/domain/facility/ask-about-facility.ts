import type { Warning } from '../common/refusal.ts';
import type { FacilityProfile } from './facility.schema.ts';

/** More of one category than any commune has; asked about, not refused. Chosen here. */
export const MANY_STAFF = 30;
export const MANY_BEDS = 50;
export const MANY_COMPUTERS = 50;
export const FAR_KM = 150;

type Asked = Partial<Pick<FacilityProfile, 'staff' | 'beds' | 'site'>>;

/**
 * What a station should look at again before it is saved: more beds with somebody in them than there are, numbers that are seldom true.
 * Warnings `BedsOverfull {field, occupied, actual}`, `ManyStaff {field, count}`, `ManyBeds {field, count}`, `ManyComputers {count}`, `FarFromHospital {km}`,
 * `YearAhead {field, year}`, `ClosesBeforeOpening`.
 */
export function askAboutFacility({ staff = {}, beds = {}, site = {} }: Asked, today: string): Warning[] {
  const warnings: Warning[] = [];
  for (const [category, count] of Object.entries(staff)) if (count && count.headcount > MANY_STAFF && !category.startsWith('village') && category !== 'populationCollaborator') warnings.push({ code: 'ManyStaff', field: `staff.${category}`, count: count.headcount });
  for (const [type, count] of Object.entries(beds)) {
    if (!count) continue;
    if (count.occupied > count.actual) warnings.push({ code: 'BedsOverfull', field: `beds.${type}`, occupied: count.occupied, actual: count.actual });
    if (Math.max(count.planned, count.actual) > MANY_BEDS) warnings.push({ code: 'ManyBeds', field: `beds.${type}`, count: Math.max(count.planned, count.actual) });
  }
  if ((site.computers ?? 0) > MANY_COMPUTERS) warnings.push({ code: 'ManyComputers', field: 'site.computers', count: site.computers });
  if ((site.hospitalKm ?? 0) > FAR_KM) warnings.push({ code: 'FarFromHospital', field: 'site.hospitalKm', km: site.hospitalKm });
  for (const field of ['builtYear', 'criteriaYear'] as const) if ((site[field] ?? 0) > Number(today.slice(0, 4))) warnings.push({ code: 'YearAhead', field: `site.${field}`, year: String(site[field]) });
  if (site.opensAt !== undefined && site.closesAt !== undefined && site.closesAt <= site.opensAt && site.nightDuty !== true) warnings.push({ code: 'ClosesBeforeOpening', field: 'site.closesAt' });
  return warnings;
}
