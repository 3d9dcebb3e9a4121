import type { StationDatabase } from '../db/station-database.ts';

/** Without those who were handed over to another station and are away. */
export function notSent<P extends { id: string }>(db: Pick<StationDatabase, 'handovers'>, people: readonly P[]): P[] {
  const wasSent = new Set(db.handovers.sent().map(({ patientId }) => patientId));
  return people.filter(({ id }) => !wasSent.has(id) || db.handovers.away(id) === undefined);
}
