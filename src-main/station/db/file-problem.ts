import { StoreOpenError } from '../../../store/index.ts';
import { StationProblem } from '../station-problem.ts';
import { isDiskFull } from './disk-guard.ts';

export type FileProblemCode = Exclude<StoreOpenError['code'], 'WrongKey'>;

const words: { readonly [code in FileProblemCode]: string } = {
  Corrupt: 'the encrypted file is damaged, or is not the one of this station; nothing was changed. Copy the whole directory to another disk before anything else, then put the newest copy in its place ("tramxa station restore --in-place", or the button of the sign-in page), which sets it aside and deletes nothing',
  NewerVersion: 'the file was written by a newer version of tramxa; nothing was changed. Install that version again',
  ReadOnly: 'the file cannot be written to (read-only, or owned by somebody else)',
  InUse: 'another process has this station open and does not answer; end it first',
  DiskFull: 'the disk is full: the file cannot be opened before there is room',
  NotFound: 'the encrypted file of this station is missing; put the newest copy in its place ("tramxa station restore --in-place", or the button of the sign-in page)',
};

/** Met while the file was open. */
export const damagedWhileOpen = 'a part of the station\'s encrypted file is damaged; what was asked for was not done. Sign everybody out, copy the whole directory to another disk, then put the newest copy in its place ("tramxa station restore --in-place", or the button of the sign-in page)';

/**
 * Why a station's file does not open, in words, once a password has proved the key; any other error as it is. The key being the right
 * one, what the store calls a wrong key is a damaged first page.
 */
export function fileProblem(error: unknown, file: string): unknown {
  const code = codeOf(error);
  return code === undefined ? error : new StationProblem(code, `${words[code]} (${file})`, { file });
}

export const isFileProblem = (error: unknown): error is StationProblem & { code: FileProblemCode } => error instanceof StationProblem && Object.hasOwn(words, error.code);

function codeOf(error: unknown): FileProblemCode | undefined {
  if (error instanceof StoreOpenError) return error.code === 'WrongKey' ? 'Corrupt' : error.code;
  // Met after the store was open, by what is written before anybody works: a change of the file, a table.
  if (isDiskFull(error)) return 'DiskFull';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Met after the first page, while the tables were looked at.
  return /^SQLITE_(CORRUPT|NOTADB|IOERR_(DATA|SHORT_READ))/.test(code) ? 'Corrupt' : undefined;
}
