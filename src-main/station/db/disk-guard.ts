import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keepReserve, releaseReserve, type StorageCore } from '../../../store/index.ts';

/** Room kept for a full disk: the log folded into the file at sign-off, the last drafts, what a copy on a stick notes. */
export const usualReserveBytes = 8_000_000;

/** Watches for a full disk. From the first refused write on, over openings too, records are refused before they are tried, so that the room kept is left to drafts and the sign-off. */
export interface DiskGuard {
  /** The store, whose commits are refused while the disk is full. */
  readonly store: StorageCore;
  /** Called once everything is open, which is no record: whether the disk was full at the last opening. */
  begin(): void;
  /** Called after something beside the store (`takeRoomKept`) may have taken the room kept. */
  lookAgain(): void;
  /** Looks each time whether there is room again; then the reserve is kept anew and work goes on. */
  isFull(): boolean;
  onChange(listener: () => void): () => void;
}

/** What a commit is refused with; the code is SQLite's own. */
class DiskFull extends Error {
  readonly code = 'SQLITE_FULL';
  constructor() { super('the disk is full'); this.name = 'DiskFull'; }
}

/** Says that the room kept was given back: another opening (whoever meets a full disk starts the PC anew) is not to spend it on records. */
const fullMarker = (file: string): string => join(dirname(file), 'disk-was-full');

/** To be called where opening itself took the room kept. */
export function noteDiskWasFull(file: string): void {
  try { writeFileSync(fullMarker(file), ''); } catch { /* Then only the room kept for the last drafts may go to records. */ }
}

/** Gives the room kept to what must be written beside the store; `false` where none was kept. Records are refused from then on, as after any full disk. */
export function takeRoomKept(file: string): boolean {
  if (!releaseReserve(file)) return false;
  noteDiskWasFull(file);
  return true;
}

const codes = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR_SHMSIZE']);
export const isDiskFull = (error: unknown): boolean => error instanceof Error && 'code' in error && codes.has(String(error.code));

export function guardDisk(store: StorageCore, reserveBytes: number): DiskGuard {
  const marker = fullMarker(store.file);
  let full = false;
  const listeners = new Set<() => void>();
  const become = (next: boolean) => {
    if (full === next) return;
    full = next;
    if (full) {
      store.releaseReserve();
      noteDiskWasFull(store.file);
    } else {
      rmSync(marker, { force: true });
      keepReserve(store.file, reserveBytes);
    }
    for (const listener of [...listeners]) listener();
  };
  // More than what the reserve itself gave back, else its release would look like new room.
  const hasRoom = () => { const { bavail, bsize } = statfsSync(dirname(store.file)); return bavail * bsize >= 2 * reserveBytes; };
  const isFull = () => {
    if (full && hasRoom()) become(false);
    return full;
  };
  return {
    begin() { full = reserveBytes > 0 && existsSync(marker); },
    lookAgain() { if (reserveBytes > 0 && existsSync(marker)) become(true); },
    isFull,
    onChange(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    store: {
      ...store,
      commit(commit) {
        if (isFull()) throw new DiskFull();
        try { return store.commit(commit); } catch (error) {
          if (isDiskFull(error)) become(true);
          throw error;
        }
      },
    },
  };
}
