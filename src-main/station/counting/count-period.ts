import type { CountAnswer } from '../../../src-shared/contract/counts.ts';
import { COUNT_EVERY_DAYS } from '../../../src-shared/domain/supply/uncounted-lots.ts';
import type { Person } from '../accounts/accounts.ts';
import type { StationDatabase } from '../db/station-database.ts';

const key = 'stocktake.everyDays';
const mayChange: readonly string[] = ['head', 'pharmacist'];

/** How many days every lot may go without being counted, on this PC. */
export const countPeriod = (db: StationDatabase): number => db.settings.get<number>(key) ?? COUNT_EVERY_DAYS;

export function setCountPeriod(db: StationDatabase, person: Person, days: number): CountAnswer {
  if (!mayChange.includes(person.role)) return { ok: false, refusals: [{ code: 'RoleNotAllowed', role: person.role, allowed: mayChange }] };
  db.settings.set(key, days);
  return { ok: true };
}
