import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { FrozenStore } from '../../../store/index.ts';
import { StationProblem } from '../station-problem.ts';
import { fingerprintBytes, fingerprintsOf, isSamePage } from './page-fingerprints.ts';

export interface PageCopyRequest {
  frozen: FrozenStore;
  /** A new file. */
  target: string;
  /** Fingerprints of the copy to differ from; without them every page is written. */
  base?: Buffer;
  /** More changed pages than this are not worth an increment: `undefined` is answered. */
  mostChanged?: number;
  /** Leaves half of the disk's time to others. */
  gentle?: boolean;
  onShare?: (share: number) => void;
  signal?: AbortSignal;
}
export interface PageCopy { fingerprints: Buffer; changed: number[]; pageCount: number }

const pagesAtOnce = 32;
/** The longest pause after a piece. */
const mostPauseMs = 200;

/**
 * Writes the pages that differ, as they lie in the encrypted file, one after another; on the disk when it resolves.
 * @throws StationProblem `BackupStopped`; the disk's own error.
 */
export async function copyPages({ frozen, target, base, mostChanged = Infinity, gentle = false, onShare, signal }: PageCopyRequest): Promise<PageCopy | undefined> {
  const { bytes, pageBytes } = frozen;
  const fingerprints = Buffer.alloc((bytes / pageBytes) * fingerprintBytes);
  const changed: number[] = [];
  const handle = await open(target, 'wx', 0o600);
  try {
    for (let at = 0; at < bytes; at += pagesAtOnce * pageBytes) {
      signal?.throwIfAborted();
      const started = performance.now();
      const part = Buffer.alloc(Math.min(pagesAtOnce * pageBytes, bytes - at));
      if (await frozen.read(part, at) !== part.length) throw new Error('the file became shorter while it was copied');
      const prints = fingerprintsOf(part, pageBytes);
      prints.copy(fingerprints, (at / pageBytes) * fingerprintBytes);
      await writeAll(handle, pickChanged({ part, prints, pageBytes, first: at / pageBytes }, base, changed));
      if (changed.length > mostChanged) return undefined;
      onShare?.(Math.min(1, (at + part.length) / bytes));
      if (gentle) await wait(Math.min(mostPauseMs, performance.now() - started), undefined, { signal });
    }
    await handle.sync();
    if (!frozen.isUntouched()) throw new Error('the file was written to while it was copied');
    return { fingerprints, changed, pageCount: bytes / pageBytes };
  } catch (error) {
    if (signal?.aborted) throw new StationProblem('BackupStopped', 'the copy was stopped before its end; nothing of it was left');
    throw error;
  } finally {
    await handle.close();
  }
}

interface Part { part: Buffer; prints: Buffer; pageBytes: number; first: number }

/** The changed pages of a part, which are noted. */
function pickChanged({ part, prints, pageBytes, first }: Part, base: Buffer | undefined, changed: number[]): Buffer[] {
  const picked: Buffer[] = [];
  for (let n = 0; n * pageBytes < part.length; n += 1) {
    if (isSamePage(base, first + n, prints.subarray(n * fingerprintBytes, (n + 1) * fingerprintBytes))) continue;
    picked.push(part.subarray(n * pageBytes, (n + 1) * pageBytes));
    changed.push(first + n);
  }
  return picked;
}

async function writeAll(handle: FileHandle, parts: Buffer[]): Promise<void> {
  if (parts.length > 0) await handle.writeFile(Buffer.concat(parts));
}
