import type { Person } from '../accounts/accounts.ts';
import type { StationDatabase } from './station-database.ts';

export interface AuditOptions { /** When it was, where it was not now (ISO 8601). */ at?: string; /** Settings written in the same commit. */ also?: () => void }

/** An event of the audit chain that speaks of no record of its own commit. */
export function saveAuditEvent(db: StationDatabase, person: Person, operation: string, about: readonly string[], { at, also }: AuditOptions = {}): void {
  const context = db.contextFor(person);
  const { event, note } = db.auditChain.next(at === undefined ? context : { ...context, now: at }, operation, about);
  db.journal.save({ documents: [{ body: event, expectedRev: null }], context: operation, note, sql: () => { db.rememberTime(); also?.(); } });
}
