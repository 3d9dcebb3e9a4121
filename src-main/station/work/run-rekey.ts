import { createAccounts } from '../accounts/accounts.ts';
import { rekeyStation, type RekeyReport, type RekeyRequest } from '../accounts/rekey-station.ts';
import { unlockedOrProblem } from '../accounts/unlocked-or-problem.ts';
import { writeAuditNotes } from '../accounts/write-audit-notes.ts';
import { openStationDatabase } from '../db/station-database.ts';
import { databaseFile, readKeyring } from '../accounts/keyring.ts';
import { StationProblem } from '../station-problem.ts';

export interface RunRekey extends Omit<RekeyRequest, 'key' | 'noted'> { account: string; password: string; now: () => number }

/** Signs in, gives the file a new key and writes who did it into the audit chain. Nobody else may have the file open. */
export async function runRekey({ dir, account, password, now, ...request }: RunRekey): Promise<Omit<RekeyReport, 'newKey'>> {
  const { key, person } = unlockedOrProblem(await createAccounts(dir, now).unlock(account, password), account);
  if (person.role !== 'head') throw new StationProblem('RoleNotAllowed', 'only the head of the station may give the file a new key');
  const at = new Date(now()).toISOString();
  const { newKey, ...report } = await rekeyStation({ ...request, dir, key, noted: { by: person, at } });
  try {
    const keyring = readKeyring(dir);
    const db = openStationDatabase({ file: databaseFile(dir), key: newKey, identity: keyring, cipher: keyring.cipher, now, mustExist: true });
    try { await writeAuditNotes(db, createAccounts(dir, now)); } finally { await db.close(); }
  } catch {
    // The key is a new one, and the keyring says so: the next opening writes it into the chain, or says what is wrong with the file.
  } finally {
    key.fill(0);
    newKey.fill(0);
  }
  return report;
}
