import type { Refusal } from '../domain/common/refusal.ts';

/** How versions of the program stand on this PC; instants ISO 8601. */
export interface UpdateStatus {
  /** The one that works here now. */
  version: string;
  /** Worked before it, and comes back should this one not start. */
  previous?: string;
  /** A newer one the hub has or a stick brought; `share` 0 to 1 of it is here, 1 = whole and checked. */
  offered?: { version: string; notes: { vi: string; en: string }; from: 'hub' | 'file'; bytes: number; share: number };
  /** What is being done with it. `share` 0 to 1. */
  working?: { step: 'copying' | 'unpacking'; share: number };
  /** Starts the next time the program does. */
  next?: string;
  /** The newest one that did not work here. */
  failed?: { version: string; at: string; code: string };
  /** Where the window can end and start the program by itself. */
  canRestart: boolean;
}
/**
 * Of `POST /update/file` (bytes of an update file in) and of `updates.…`. Refusals: `RoleNotAllowed`, `NoUpdate`, `UpdateBusy`, those of a copy
 * (`Backup…`), and `NotAnUpdate`, `UpdateFormatNewer`, `UpdateDamaged`, `UpdateNotSigned`, `UpdateNoKey`, `UpdateNotNewer`, `UpdateWrongPlatform`, `UpdateNeedsInstaller`, `UpdateDiskFull`.
 */
export type UpdateAnswer = { ok: true; status: UpdateStatus } | { ok: false; refusals: Refusal[] };
/** Of `GET /_tramxa/update` at a hub; its file is at `/_tramxa/update/<version>` and may be asked for in parts. */
export interface PublishedUpdate { version: string; bytes: number; notes: { vi: string; en: string } }
