import { isDiskFull } from '../db/disk-guard.ts';
import { saveAuditEvent } from '../db/save-audit-event.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Accounts } from './accounts.ts';

/** Notes that are in the chain and may still stand in the keyring, after a kill between the two. */
const writtenKey = 'accounts.auditedNotes';

/** Writes what was done to accounts into the audit chain, each once, with the time it was done and who did it. On a full disk a later change or opening does it. */
export async function writeAuditNotes(db: StationDatabase, accounts: Pick<Accounts, 'keyring' | 'dropAuditNotes'>): Promise<void> {
  // The change itself may have taken the room kept.
  db.disk.lookAgain();
  const { toAudit, accounts: known } = accounts.keyring();
  if (toAudit.length === 0) return;
  const written = new Set(db.settings.get<string[]>(writtenKey));
  try {
    for (const { id, operation, account, at, by } of toAudit) {
      if (written.has(id)) continue;
      const { displayName, role } = known.find((one) => one.account === account) ?? { displayName: account, role: 'head' };
      written.add(id);
      const there = toAudit.map((note) => note.id).filter((noted) => written.has(noted));
      saveAuditEvent(db, by ?? { account, displayName, role }, operation, [`account:${account}`], { at, also: () => { db.settings.set(writtenKey, there); } });
    }
    await accounts.dropAuditNotes(toAudit.map(({ id }) => id));
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
}
