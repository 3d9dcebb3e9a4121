import type { StationDatabase } from '../db/station-database.ts';
import type { Person } from './accounts.ts';

/** Who changed whose account; the account's name stands where records have their ids. */
export function auditAccountChange(db: StationDatabase, person: Person, operation: 'addAccount' | 'resetAccount', account: string): void {
  const context = db.contextFor(person);
  const { event, moveHead } = db.auditChain.next(context, operation, [`account:${account}`]);
  db.journal.save({ documents: [{ body: event, expectedRev: null }], context: operation, sql: (sql) => { moveHead(sql); db.rememberTime(); } });
}
