import type { Person } from '../accounts/accounts.ts';
import type { StationDatabase } from './station-database.ts';

/** An event of the audit chain that speaks of no record of its own commit. */
export function saveAuditEvent(db: StationDatabase, person: Person, operation: string, about: readonly string[]): void {
  const { event, moveHead } = db.auditChain.next(db.contextFor(person), operation, about);
  db.journal.save({ documents: [{ body: event, expectedRev: null }], context: operation, sql: (sql) => { moveHead(sql); db.rememberTime(); } });
}
