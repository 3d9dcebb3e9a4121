import { saveAuditEvent } from '../db/save-audit-event.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Person } from './accounts.ts';

export type AccountChange = 'addAccount' | 'resetAccount' | 'disableAccount' | 'enableAccount' | 'forgetAccount' | 'changePassword' | 'renewRecoveryCode';

/** Who changed whose account; the account's name stands where records have their ids. */
export function auditAccountChange(db: StationDatabase, person: Person, operation: AccountChange, account: string): void {
  saveAuditEvent(db, person, operation, [`account:${account}`]);
}
