import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createAccounts } from '../accounts/accounts.ts';
import { firstDatabase, keyringPath } from '../accounts/keyring.ts';
import { unlockedOrProblem } from '../accounts/unlocked-or-problem.ts';
import { syncDirectory, writeFileDurably } from '../accounts/write-file-durably.ts';
import { lockStationFile } from '../db/station-file.ts';
import { fileProblem } from '../db/file-problem.ts';
import { StationProblem } from '../station-problem.ts';
import { newestCopy } from './newest-copy.ts';
import { restoreStation, type RestoreReport } from './restore-station.ts';

export interface ReplaceRequest {
  dir: string; account: string; password: string;
  /** A backup or a folder of them; the newest copy there is where not given. */
  from?: string | undefined;
  now: () => number; say?: (step: string) => void;
}
export interface ReplaceReport extends RestoreReport { /** Where the file lies that was there before. */ setAside: string }

const restoredIn = (dir: string): string => join(dir, 'restored-station');
const markerFile = (dir: string): string => join(dir, 'replacing-unfinished');

/**
 * Puts a station made of a backup in the place of one whose file is damaged or gone. The backup is restored beside it and checked whole first; then what was there is set
 * aside in a folder of the directory and never deleted. A power cut on the way leaves the one or the other: `finishReplacing` goes on.
 * @throws StationProblem `NoBackup`, `InUse`, those of a sign-in and of `restoreStation`; the directory is left as it was.
 */
export async function replaceDamagedStation({ dir, account, password, from, now, say = () => undefined }: ReplaceRequest): Promise<ReplaceReport> {
  finishReplacing(dir);
  const accounts = createAccounts(dir, now);
  const unlocked = unlockedOrProblem(await accounts.unlock(account, password), account);
  const keyring = accounts.keyring();
  const newest = newestCopy(dir, keyring);
  const place = from ?? (newest && dirname(newest.file));
  if (place === undefined) throw new StationProblem('NoBackup', `there is no copy of this station in ${dir}; name one with --from`);
  const file = join(dir, keyring.database);
  let unlock: () => void;
  try { unlock = lockStationFile(file); } catch (error) { throw fileProblem(error, file); }
  try {
    rmSync(restoredIn(dir), { recursive: true, force: true });
    const request = { from: place, ofDevice: from === undefined ? keyring.device : undefined, dir: restoredIn(dir), now, say };
    // The accounts of today; those of the copy's day where the file had another key then.
    const report = await restoreStation({ ...request, secret: { key: unlocked.key, person: unlocked.person, keyring } }).catch((error: unknown) => {
      if (error instanceof StationProblem && error.code === 'BackupDamaged') return restoreStation({ ...request, secret: { account, password } });
      throw error;
    });
    say('putting it in place');
    const stamp = new Date(now()).toISOString().slice(0, 19).replaceAll(':', '');
    writeFileDurably(markerFile(dir), stamp);
    finishReplacing(dir);
    return { ...report, dir, setAside: setAsideIn(dir, stamp) };
  } finally {
    unlocked.key.fill(0);
    unlock();
  }
}

const setAsideIn = (dir: string, stamp: string): string => join(dir, `set-aside-${stamp}`);

/** Goes on with a replacing that a power cut stopped; does nothing where there is none. Every step can be done twice. */
export function finishReplacing(dir: string): void {
  if (!existsSync(markerFile(dir))) return;
  const aside = setAsideIn(dir, readFileSync(markerFile(dir), 'utf8'));
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const [restored, restoredKeyring] = [join(restoredIn(dir), firstDatabase), keyringPath(restoredIn(dir))];
  if (existsSync(restored)) {
    const keptName = (name: string) => name.endsWith('-lock') || name.endsWith('-reserve');
    for (const name of readdirSync(dir)) if (name.startsWith(firstDatabase) && !keptName(name)) renameSync(join(dir, name), join(aside, name));
    renameSync(restored, join(dir, firstDatabase));
  }
  if (existsSync(restoredKeyring)) {
    if (!existsSync(keyringPath(aside))) copyFileSync(keyringPath(dir), keyringPath(aside));
    renameSync(restoredKeyring, keyringPath(dir));
  }
  for (const place of [aside, dir]) syncDirectory(place);
  rmSync(restoredIn(dir), { recursive: true, force: true });
  rmSync(join(dir, 'damage-met'), { force: true });
  rmSync(markerFile(dir), { force: true });
}
