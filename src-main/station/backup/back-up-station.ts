import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { databaseFile, readKeyring, type Keyring } from '../accounts/keyring.ts';
import { syncDirectory } from '../accounts/write-file-durably.ts';
import { copyStationFile, inspectStationFile, type StationFileReport } from '../db/station-file.ts';
import { StationProblem } from '../station-problem.ts';
import { labelBackup, readFullBackup } from './backup-file.ts';
import { backupProblem, isFull } from './backup-problem.ts';

/** `copy` stands in for the copying in tests of a full disk. */
export interface BackupRequest { dir: string; key: Buffer; out: string; say?: (step: string) => void; copy?: typeof copyStationFile }
export interface BackupReport { file: string; bytes: number; unit: string; device: string; /** Documents in it, by collection. */ documents: Record<string, number>; newestAt: string | undefined }

/**
 * Writes one encrypted file that can be restored alone, while the station goes on working; whoever calls has the station open. It gets
 * its name only after it was read back whole and opened with the key; where anything fails, nothing is left.
 * @throws StationProblem `FileExists`, `NoSuchDirectory`, `DiskFull`, `NotWritable`, `Corrupt`, `BackupUnreadable`.
 */
export async function backUpStation({ dir, key, out, say = () => undefined, copy = copyStationFile }: BackupRequest): Promise<BackupReport> {
  const file = resolve(out);
  refuseOverwriting(file);
  if (!existsSync(dirname(file))) throw new StationProblem('NoSuchDirectory', `there is no directory ${dirname(file)}`);
  const keyring = readKeyring(dir);
  removeOldHalves(file);
  const unfinished = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    say('copying');
    copy(databaseFile(dir), key, unfinished, keyring.cipher);
    await labelBackup(unfinished, keyring, statSync(unfinished).size);
    say('reading back');
    const report = await readBack(unfinished, key, keyring);
    refuseOverwriting(file);
    renameSync(unfinished, file);
    syncDirectory(dirname(file));
    return { file, bytes: statSync(file).size, unit: keyring.unit, device: keyring.device, documents: report.documents, newestAt: report.newestAt };
  } catch (error) {
    for (const left of [unfinished, `${unfinished}-journal`]) rmSync(left, { force: true });
    throw backupProblem(error, file);
  }
}

function refuseOverwriting(file: string): void {
  if (existsSync(file)) throw new StationProblem('FileExists', `${file} exists already and was not touched; choose another name`);
}

/** A half-written file that nobody wrote to for so long is what a power cut left. */
const abandonedAfterMs = 60 * 60_000;

function removeOldHalves(file: string): void {
  for (const name of readdirSync(dirname(file))) {
    const half = join(dirname(file), name);
    const found = /\.[0-9a-f]{8}\.part(-journal)?$/.test(name) ? statSync(half, { throwIfNoEntry: false }) : undefined;
    // Of this very name only one is written at a time: the station's directory is open once.
    if (found && (name.startsWith(`${basename(file)}.`) || (name.includes('.tramxa.') && Date.now() - found.mtimeMs > abandonedAfterMs))) rmSync(half, { force: true });
  }
}

/** From the disk: every byte against its sum, every page with the key, and whose it is. */
async function readBack(file: string, key: Buffer, keyring: Keyring): Promise<StationFileReport> {
  try {
    await readFullBackup(file);
    const report = inspectStationFile(file, key, keyring.cipher);
    if (report.problems.length === 0 && report.identity?.unit === keyring.unit && report.identity.device === keyring.device) return report;
  } catch (error) {
    if (isFull(error)) throw error;
  }
  throw new StationProblem('BackupUnreadable', `what was written to ${file} reads back as something else: do not trust this disk or stick, use another; no backup was made`);
}
