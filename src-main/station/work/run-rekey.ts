import { createAccounts } from '../accounts/accounts.ts';
import { rekeyStation, type RekeyReport, type RekeyRequest } from '../accounts/rekey-station.ts';
import { unlockedOrProblem } from '../accounts/unlocked-or-problem.ts';
import { fileProblem } from '../db/file-problem.ts';
import { saveAuditEvent } from '../db/save-audit-event.ts';
import { openStationDatabase } from '../db/station-database.ts';
import { databaseFile, readKeyring } from '../accounts/keyring.ts';
import { StationProblem } from '../station-problem.ts';

export interface RunRekey extends Omit<RekeyRequest, 'key'> { account: string; password: string; now: () => number }

/** Signs in, gives the file a new key and writes who did it into the audit chain. Nobody else may have the file open. */
export async function runRekey({ dir, account, password, now, ...request }: RunRekey): Promise<Omit<RekeyReport, 'newKey'>> {
  const { key, person } = unlockedOrProblem(await createAccounts(dir, now).unlock(account, password), account);
  if (person.role !== 'head') throw new StationProblem('RoleNotAllowed', 'only the head of the station may give the file a new key');
  const { newKey, ...report } = await rekeyStation({ ...request, dir, key });
  const file = databaseFile(dir);
  try {
    const keyring = readKeyring(dir);
    const db = openStationDatabase({ file, key: newKey, identity: keyring, cipher: keyring.cipher, now, mustExist: true });
    try { saveAuditEvent(db, person, 'rekeyStation', [`device:${keyring.device}`]); } finally { await db.close(); }
  } catch (error) {
    throw fileProblem(error, file);
  } finally {
    key.fill(0);
    newKey.fill(0);
  }
  return report;
}
