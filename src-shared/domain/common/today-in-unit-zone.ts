/** Asia/Ho_Chi_Minh is UTC+7 without summer time since 1975 (tz database), so no zone tables are needed. */
const UNIT_ZONE_OFFSET_MS = 7 * 60 * 60 * 1000;

/** The day at the unit, `YYYY-MM-DD`, whatever the zone of the process (decision 19). */
export function todayInUnitZone(nowMs: number): string {
  return new Date(nowMs + UNIT_ZONE_OFFSET_MS).toISOString().slice(0, 10);
}

/** Wall clock at the unit, `HH:mm`. */
export function timeInUnitZone(nowMs: number): string {
  return new Date(nowMs + UNIT_ZONE_OFFSET_MS).toISOString().slice(11, 16);
}
