import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { unlockKeyring, type Person } from '../accounts/accounts.ts';
import { shortId } from '../accounts/init-station.ts';
import { firstDatabase, writeKeyring, type Keyring } from '../accounts/keyring.ts';
import { unlockedOrProblem } from '../accounts/unlocked-or-problem.ts';
import { saveAuditEvent } from '../db/save-audit-event.ts';
import { formerDevicesKey, openStationDatabase } from '../db/station-database.ts';
import { inspectStationFile } from '../db/station-file.ts';
import type { StationIdentity } from '../db/station-identity.ts';
import { StationProblem } from '../station-problem.ts';
import { lastBackupKey, lastBackupProblemKey } from './backup-settings.ts';
import { isFull } from './backup-problem.ts';
import { findBackup } from './find-backup.ts';
import { writeDatabase } from './write-database.ts';

export interface RestoreRequest {
  /** A backup, or a folder of them, whose newest sound one is taken; there of `ofDevice` where several PCs have theirs. */
  from: string; ofDevice?: string;
  dir: string;
  /** What opens the backup: a secret of that day, or the key and the accounts of the station it replaces. */
  secret: Parameters<typeof unlockKeyring>[1] | { key: Buffer; person: Person; keyring: Keyring };
  now: () => number; random?: (length: number) => Uint8Array; say?: (step: string) => void;
}
export interface RestoreReport { dir: string; /** The backup taken. */ from: string; unit: string; device: string; formerDevice: string; /** Documents in it, by collection. */ documents: Record<string, number>; newestAt: string | undefined; /** Documents still to be sent. */ waiting: number }

/** Says that a restore is under way; what it leaves after a power cut is copied anew. */
const markerFile = (dir: string): string => join(dir, 'restore-unfinished');

/**
 * Makes a station of a backup (a daily copy with what changed since is one), in a new or empty directory. It goes on as a new device with an audit chain of its own, so that an old copy
 * never writes a second line of what the former device wrote since. The keyring is written last: a directory with one is a whole station.
 * @throws StationProblem of `findBackup`, `DirectoryNotEmpty`, those of a sign-in, `DiskFull`.
 */
export async function restoreStation({ from: where, ofDevice, dir, secret, now, random = (length) => randomBytes(length), say = () => undefined }: RestoreRequest): Promise<RestoreReport> {
  refuseOtherContent(dir);
  say('reading the backup');
  const backup = await findBackup(where, say, ofDevice);
  const { from } = backup;
  const made = (backup.increment ?? backup.full).label.keyring;
  const { key, person, keyring } = await unlockBackup(made, secret);
  const wasThere = existsSync(dir);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    writeFileSync(markerFile(dir), '');
    removeDatabase(dir);
    say('copying');
    await writeDatabase(backup, join(dir, firstDatabase));
    say('checking');
    const { documents, newestAt } = checkCopy(from, dir, key, made);
    const next: Keyring = { ...keyring, cipher: made.cipher, database: firstDatabase, boundTo: keyring.boundTo ?? keyring.device, device: `pc-${shortId(random)}`, instance: shortId(random) };
    const waiting = await goOnAs(next, made.device, { dir, key, person, now });
    writeKeyring(dir, next);
    rmSync(markerFile(dir));
    return { dir, from, unit: next.unit, device: next.device, formerDevice: made.device, documents, newestAt, waiting };
  } catch (error) {
    if (wasThere) { removeDatabase(dir); rmSync(markerFile(dir), { force: true }); } else rmSync(dir, { recursive: true, force: true });
    throw isFull(error) ? new StationProblem('DiskFull', `there is no room for the station in ${dir}: nothing was restored, and the backup is as it was`) : error;
  } finally {
    key.fill(0);
  }
}

async function unlockBackup(made: Keyring, secret: RestoreRequest['secret']): Promise<{ key: Buffer; person: Person; keyring: Keyring }> {
  if ('key' in secret) return { ...secret, key: Buffer.from(secret.key) };
  const unlocked = await unlockKeyring(made, secret);
  if (!unlocked.ok && unlocked.refusal.code === 'WrongPassword' && 'recoveryCode' in secret) throw new StationProblem('WrongPassword', 'this recovery code does not open the backup');
  return { ...unlockedOrProblem(unlocked, secret.account ?? ''), keyring: made };
}

function refuseOtherContent(dir: string): void {
  if (!existsSync(dir) || existsSync(markerFile(dir)) || readdirSync(dir).length === 0) return;
  throw new StationProblem('DirectoryNotEmpty', `${dir} is not empty and nothing in it was changed; a backup is restored into a new or empty directory`);
}

function removeDatabase(dir: string): void {
  for (const left of readdirSync(dir)) if (left.startsWith('station.db')) rmSync(join(dir, left));
}

function checkCopy(from: string, dir: string, key: Buffer, keyring: Keyring): { documents: Record<string, number>; newestAt: string | undefined } {
  try {
    const { problems, identity, documents, newestAt } = inspectStationFile(join(dir, firstDatabase), key, keyring.cipher);
    if (problems.length === 0 && identity?.unit === keyring.unit && identity.device === keyring.device) return { documents, newestAt };
  } catch (error) {
    if (isFull(error)) throw error;
  }
  throw new StationProblem('BackupDamaged', `${from} does not hold a sound copy of the station its label names; use another backup`);
}

/** The file becomes the new device's; who restored it is the first event of that device's audit chain. Answers how many documents wait. */
async function goOnAs(identity: Keyring, formerDevice: string, { dir, key, person, now }: { dir: string; key: Buffer; person: Person; now: () => number }): Promise<number> {
  const { unit, unitName, device, instance, practice } = identity;
  const own: StationIdentity = { unit, unitName, device, instance, practice };
  const db = openStationDatabase({ file: join(dir, firstDatabase), key, cipher: identity.cipher, identity: own, now, mustExist: true });
  try {
    db.settings.set('identity', own);
    db.settings.remove(lastBackupKey);
    db.settings.remove(lastBackupProblemKey);
    db.settings.set(formerDevicesKey, [...new Set([...(db.settings.get<string[]>(formerDevicesKey) ?? []), formerDevice])]);
    saveAuditEvent(db, person, 'restoreStation', [`device:${formerDevice}`]);
    return db.journal.waiting().count;
  } finally {
    await db.close();
  }
}
