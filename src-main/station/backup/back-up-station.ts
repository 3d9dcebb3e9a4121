import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { readKeyring, type Keyring } from '../accounts/keyring.ts';
import { databaseFile } from '../accounts/init-station.ts';
import { syncDirectory } from '../accounts/write-file-durably.ts';
import { copyStationFile, inspectStationFile, type StationFileReport } from '../db/station-file.ts';
import { StationProblem } from '../station-problem.ts';
import { labelBackup, readBackup } from './backup-file.ts';

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
  const unfinished = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    say('copying');
    copy(databaseFile(dir), key, unfinished);
    await labelBackup(unfinished, keyring);
    say('reading back');
    const report = await readBack(unfinished, key, keyring);
    refuseOverwriting(file);
    renameSync(unfinished, file);
    syncDirectory(dirname(file));
    return { file, bytes: statSync(file).size, unit: keyring.unit, device: keyring.device, documents: report.documents, newestAt: report.newestAt };
  } catch (error) {
    for (const left of [unfinished, `${unfinished}-journal`]) rmSync(left, { force: true });
    throw wordsFor(error, file);
  }
}

function refuseOverwriting(file: string): void {
  if (existsSync(file)) throw new StationProblem('FileExists', `${file} exists already and was not touched; choose another name`);
}

/** From the disk: every byte against its sum, every page with the key, and whose it is. */
async function readBack(file: string, key: Buffer, keyring: Keyring): Promise<StationFileReport> {
  try {
    await readBackup(file);
    const report = inspectStationFile(file, key);
    if (report.problems.length === 0 && report.identity?.unit === keyring.unit && report.identity.device === keyring.device) return report;
  } catch (error) {
    if (isFull(error)) throw error;
  }
  throw new StationProblem('BackupUnreadable', `what was written to ${file} reads back as something else: do not trust this disk or stick, use another; no backup was made`);
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
const isFull = (error: unknown): boolean => ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'EFBIG', 'DiskFull'].includes(codeOf(error));

function wordsFor(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (error instanceof StationProblem) return error;
  if (isFull(error)) return new StationProblem('DiskFull', `there is no room for ${file}: no backup was made, and nothing of it was left there`);
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return new StationProblem('NotWritable', `${file} may not be written: no backup was made`);
  if (code.startsWith('SQLITE_CORRUPT')) return new StationProblem('Corrupt', 'the encrypted file of the station is damaged: no backup was made. Copy the whole directory to another disk before anything else, then restore the newest backup into a new directory');
  if (/^SQLITE_(IOERR|CANTOPEN)|^EIO$/.test(code)) return new StationProblem('NotWritable', `${file} could not be written (${code}): no backup was made`);
  return error;
}
