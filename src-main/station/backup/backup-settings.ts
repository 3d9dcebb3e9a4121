import { z } from 'zod';
import type { Settings } from '../db/settings.ts';
import type { CopyReport } from './make-copy.ts';

/** Copies by themselves: whether, and where to; without a folder into the station's own directory. */
export const backupSettings = z.strictObject({ on: z.boolean(), folder: z.string().min(1).max(1000).optional() });
export type BackupSettings = z.infer<typeof backupSettings>;

const settingsKey = 'backup.settings';
/** The last copy that was read back; another device's after a restore. */
export const lastBackupKey = 'backup.last';

/** The last one somebody made to a stick: `OnStick`. */
export const onStickKey = 'backup.onStick';
export interface OnStick { at: number; name: string }

/** Why the copy after that one failed, for the next opening too; gone with the next copy. */
export const lastBackupProblemKey = 'backup.lastProblem';
export interface BackupTrouble { at: number; code: string }

export type LastBackup = Pick<CopyReport, 'file' | 'kind' | 'bytes' | 'at'>;

export const readBackupSettings = (settings: Settings): BackupSettings => settings.get<BackupSettings>(settingsKey) ?? { on: true };
export const writeBackupSettings = (settings: Settings, next: BackupSettings): void => settings.set(settingsKey, backupSettings.parse(next));
