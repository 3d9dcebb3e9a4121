import type { Person } from '../accounts/accounts.ts';
import { saveAuditEvent } from './save-audit-event.ts';
import type { StationClock } from './station-clock.ts';
import type { StationDatabase } from './station-database.ts';

export interface ClockReport { behind: boolean; /** The PC's time. */ now: string; highestSeen: string; today: string }

export function clockReport(clock: StationClock): ClockReport {
  return { behind: clock.isBehind(), now: new Date(clock.pc).toISOString(), highestSeen: new Date(clock.highest).toISOString(), today: clock.today() };
}

/** A PC whose clock once ran ahead would be "behind" for years; the head says that it is right now, and that stands in the audit chain. */
export function acceptClock(db: StationDatabase, person: Person): ClockReport {
  saveAuditEvent(db, person, 'acceptClock', []);
  db.clock.accept();
  return clockReport(db.clock);
}
