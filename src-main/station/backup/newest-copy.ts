import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileDurably } from '../accounts/write-file-durably.ts';
import { listCopies, ofDevice, type FoundCopy } from './copy-folder.ts';

/** Where copies of a directory lie while nobody asked for another place. It helps against a bad page and a slip, not against a dead disk. */
export const ownFolder = (dir: string): string => join(dir, 'backups');

const noteOf = (dir: string): string => join(dir, 'backup-folder');
/** Kept beside the encrypted file too: it is asked for when that does not open. */
export const noteOtherFolder = (dir: string, folder: string | undefined): void => writeFileDurably(noteOf(dir), folder ?? '');

/** The newest copy of this device that bears a name of one, in either place; only reading it whole says whether it is sound. */
export function newestCopy(dir: string, device: { unit: string; device: string }): FoundCopy | undefined {
  const other = existsSync(noteOf(dir)) ? readFileSync(noteOf(dir), 'utf8') : '';
  return [ownFolder(dir), ...(other === '' ? [] : [other])].flatMap((folder) => ofDevice(listCopies(folder), device)).sort((a, b) => b.at - a.at)[0];
}
