import { stationStaff, type StaffCategory } from './facility-lists.ts';
import type { FacilityProfile } from './facility.schema.ts';

/** Doctors each commune station is to have by 2027: VERIFIED (NQ 72-NQ/TW, at least 4 to 5). */
export const DOCTORS_TARGET = 4;

/** Headcounts and beds of one unit, as tiers compare them. `staff`: without those who work in the villages. */
export interface FacilitySummary { doctors: number; nursesMidwives: number; staff: number; bedsPlanned: number; bedsActual: number; bedsOccupied: number }

export function summarizeFacility({ staff, beds }: Pick<FacilityProfile, 'staff' | 'beds'>): FacilitySummary {
  const count = (categories: readonly StaffCategory[]) => categories.reduce((sum, category) => sum + (staff[category]?.headcount ?? 0), 0);
  const bedsOf = (field: 'planned' | 'actual' | 'occupied') => Object.values(beds).reduce((sum, one) => sum + (one?.[field] ?? 0), 0);
  return {
    doctors: count(['doctor', 'preventiveDoctor']), nursesMidwives: count(['nurse', 'midwife']), staff: count(stationStaff),
    bedsPlanned: bedsOf('planned'), bedsActual: bedsOf('actual'), bedsOccupied: bedsOf('occupied'),
  };
}
