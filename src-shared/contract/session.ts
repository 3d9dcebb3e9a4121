import type { Role } from '../domain/common/context.ts';

/** Who sits at the station. `new`: there is none yet (contract/first-start.ts); `sealed`: file closed, nothing syncs before a sign-in; `locked`: sessions ended, file open, sync runs. */
export interface SessionState {
  state: 'new' | 'sealed' | 'locked' | 'signedIn';
  account?: string; displayName?: string; role?: Role;
  unit: string; unitName: string; /** Accounts to choose from on the sign-in page. */ accounts: { account: string; displayName: string; role: Role }[];
  idleLockMinutes: number; language: 'vi' | 'en'; colorScheme: 'light' | 'dark' | 'auto';
  practice: boolean;
  /** Said to the head: the recovery code of the first start may be on no paper. */ recoveryUnseen?: true;
  /** While somebody's sign-in is at it. */
  opening?: OpeningProgress;
}
/** What a sign-in does before the file is open: a copy before a newer program changes it, the change, or a restore. `share` 0 to 1. */
export interface OpeningProgress { step: 'copying' | 'checking' | 'changing' | 'people' | 'restoring'; share: number }
/** The password was right; the station's file does not open. Nothing was changed, and nothing is set aside by itself. */
export type FileRefusalCode = 'FileCorrupt' | 'FileNotFound' | 'FileNewerVersion' | 'FileReadOnly' | 'FileInUse' | 'FileDiskFull';
export type SignInAnswer = { ok: true; session: SessionState } | { ok: false; refusals: { code: 'WrongPassword' | 'TooSoon' | 'UnknownAccount' | 'AccountDisabled' | FileRefusalCode | RestoreRefusalCode; waitMs?: number; /** With `FileCorrupt` and `FileNotFound`: `session.restoreNewest` can take a copy of this instant (ISO 8601). */ newestCopyAt?: string }[] };
/** Why no copy was put in the place of a file that does not open; the file is left as it was. */
export type RestoreRefusalCode = 'RestoreNoBackup' | 'RestoreDiskFull' | 'RestoreFailed';
export interface Preferences { language?: 'vi' | 'en'; colorScheme?: 'light' | 'dark' | 'auto' }
/** A half-written form, kept in the encrypted store, tied to its author. `content` is the form's own JSON. */
export interface Draft { key: string; form: string; patientId?: string; content: Record<string, unknown>; updatedAt: string }
