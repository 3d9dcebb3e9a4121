import { existsSync, mkdirSync, renameSync, rmSync, statSync, statfsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Keyring } from '../accounts/keyring.ts';
import { syncDirectory } from '../accounts/write-file-durably.ts';
import type { StorageCore } from '../../../store/index.ts';
import { freezeStationFile } from '../db/station-file.ts';
import { StationProblem } from '../station-problem.ts';
import { labelBackup, labelIncrement, readBackup, readFullBackup, type CopiedPages, type FullBackup } from './backup-file.ts';
import { backupProblem } from './backup-problem.ts';
import { checkFile } from './check-file.ts';
import { listCopies, ofDevice, removeHalfCopies, takeBackFromFuture, type FoundCopy } from './copy-folder.ts';
import { copyNameOf, type CopyKind } from './copy-name.ts';
import { copyPages, type PageCopy } from './copy-pages.ts';
import { digestOf, fingerprintsOf } from './page-fingerprints.ts';
import { planRotation } from './plan-rotation.ts';

export type CopyStep = 'copying' | 'checking';
export interface CopyRequest {
  store: StorageCore; key: Buffer; keyring: Keyring; /** Made where missing, its parent must be there. */ folder: string;
  /** `auto`: the first of a day whole, the others by what changed since. */
  kind: 'auto' | 'day' | 'change';
  now: number; gentle?: boolean; signal?: AbortSignal;
  onProgress?: (step: CopyStep, share: number) => void;
  /** Bytes the folder's disk must have left afterwards. */
  roomToLeave?: number;
}
export interface CopyReport { file: string; kind: CopyKind; bytes: number; at: number; pages: number; changedPages: number }

const dayMs = 24 * 60 * 60 * 1000;
/** A copy must not be what fills the disk. */
const usualRoomToLeave = 64_000_000;
/** An increment of more than this share of the pages is not worth it: a new daily copy is made. */
const mostChangedShare = 0.3;

/** A copy of this device in a folder, read back before it gets its name, and the older ones gone that need not be kept. @throws StationProblem of `backupProblem`, `BackupStopped`. */
export async function makeCopy(request: CopyRequest): Promise<CopyReport> {
  const { keyring, folder } = request;
  try {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    removeHalfCopies(folder, keyring);
    takeBackFromFuture(folder, keyring, request.now);
    const report = await writeCopy(request);
    for (const old of planRotation(ofDevice(listCopies(folder), keyring))) rmSync(old.file, { force: true });
    return report;
  } catch (error) {
    removeHalfCopies(folder, keyring);
    throw backupProblem(error, folder);
  }
}

async function writeCopy(request: CopyRequest): Promise<CopyReport> {
  const copies = ofDevice(listCopies(request.folder), request.keyring);
  const base = request.kind === 'auto' ? await soundBase(copies, request.now) : undefined;
  return (base && await writeIncrement(request, base)) ?? writeFull(request, request.kind === 'change' ? 'change' : 'day');
}

interface Base extends FullBackup { pages: CopiedPages }

/** The newest daily copy of the last 24 hours, sound to the last byte. */
async function soundBase(copies: readonly FoundCopy[], now: number): Promise<Base | undefined> {
  const newest = copies.find(({ kind }) => kind === 'day');
  if (!newest || now - newest.at >= dayMs || newest.at > now) return undefined;
  try {
    const base = await readFullBackup(newest.file);
    return base.pages && { ...base, pages: base.pages };
  } catch {
    return undefined;
  }
}

async function writeFull(request: CopyRequest, kind: 'day' | 'change'): Promise<CopyReport> {
  const { keyring, key, onProgress } = request;
  const { file, unfinished, at } = namesFor(request, kind);
  const copy = await copyFrozen(request, unfinished, {});
  if (!copy) throw new Error('a whole copy was not made');
  const { fingerprints, pageBytes, pageCount } = copy;
  await labelBackup(unfinished, keyring, pageBytes * pageCount, { pageBytes, fingerprints });
  onProgress?.('checking', 0);
  await readBackup(unfinished);
  await comparePages(unfinished, copy, fingerprints);
  const { problems, identity } = await checkFile({ file: unfinished, key, cipher: keyring.cipher });
  if (problems.length > 0) throw new StationProblem('Corrupt', 'the station\'s file is damaged: its copy was made and does not hold together; no backup was kept of it');
  if (identity?.unit !== keyring.unit) throw unreadable(file);
  return finish({ file, unfinished, at, kind, pages: pageCount, changedPages: pageCount });
}

async function writeIncrement(request: CopyRequest, base: Base): Promise<CopyReport | undefined> {
  const { keyring, onProgress } = request;
  const { file, unfinished, at } = namesFor(request, 'hour');
  const { fingerprints: known } = base.pages;
  const copy = await copyFrozen(request, unfinished, { base: known, mostChanged: Math.max(256, Math.floor((known.length / 16) * mostChangedShare)) });
  if (copy?.pageBytes !== base.pages.pageBytes) { rmSync(unfinished, { force: true }); return undefined; }
  const { fingerprints, changed, pageBytes, pageCount } = copy;
  await labelIncrement(unfinished, { kind: 'increment', keyring, base: base.sum, pageBytes, pageCount, changed, digest: digestOf(fingerprints) });
  onProgress?.('checking', 0);
  await readBackup(unfinished);
  await comparePages(unfinished, { pageBytes, pageCount: changed.length }, Buffer.concat(changed.map((page) => fingerprints.subarray(page * 16, page * 16 + 16))));
  return finish({ file, unfinished, at, kind: 'hour', pages: pageCount, changedPages: changed.length });
}

async function copyFrozen({ store, key, keyring, gentle, signal, onProgress, folder, roomToLeave = usualRoomToLeave }: CopyRequest, target: string, differ: { base?: Buffer; mostChanged?: number }): Promise<(PageCopy & { pageBytes: number }) | undefined> {
  const frozen = freezeStationFile(store, key, keyring.cipher);
  try {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < roomToLeave + (differ.base ? 0 : frozen.bytes)) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    const copy = await copyPages({ frozen, target, gentle, signal, onShare: (share) => onProgress?.('copying', share), ...differ });
    return copy && { ...copy, pageBytes: frozen.pageBytes };
  } finally {
    frozen.release();
  }
}

/** What the disk returns are the bytes that were read from the station's file. */
async function comparePages(file: string, { pageBytes, pageCount }: { pageBytes: number; pageCount: number }, wanted: Buffer): Promise<void> {
  const handle = await open(file, 'r');
  try {
    const at64 = 64 * pageBytes;
    for (let at = 0; at < pageCount * pageBytes; at += at64) {
      const part = Buffer.alloc(Math.min(at64, pageCount * pageBytes - at));
      const { bytesRead } = await handle.read(part, 0, part.length, at);
      const prints = fingerprintsOf(part, pageBytes);
      const first = (at / pageBytes) * 16;
      if (bytesRead !== part.length || !prints.equals(wanted.subarray(first, first + prints.length))) throw unreadable(file);
    }
  } finally {
    await handle.close();
  }
}

const unreadable = (file: string): StationProblem =>
  new StationProblem('BackupUnreadable', `what was written to ${dirname(file)} reads back as something else: do not trust this disk or stick, use another; no backup was made`);

/** Always after the newest one there is: the order of the names is the order of the copies. */
function namesFor({ folder, keyring, now }: CopyRequest, kind: CopyKind): { file: string; unfinished: string; at: number } {
  const newest = ofDevice(listCopies(folder), keyring)[0]?.at ?? 0;
  const at = Math.max(Math.floor(now / 1000) * 1000, newest + 1000);
  const file = join(folder, copyNameOf({ unit: keyring.unit, device: keyring.device, at, kind }));
  return { file, unfinished: `${file}.part`, at };
}

function finish({ file, unfinished, ...report }: { file: string; unfinished: string; at: number; kind: CopyKind; pages: number; changedPages: number }): CopyReport {
  renameSync(unfinished, file);
  // Checking laid them beside it, empty; a reader that may not write leaves them.
  for (const beside of ['-shm', '-wal']) rmSync(unfinished + beside, { force: true });
  syncDirectory(dirname(file));
  return { file, bytes: statSync(file).size, ...report };
}
