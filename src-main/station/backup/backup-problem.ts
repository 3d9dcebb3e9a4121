import { StationProblem } from '../station-problem.ts';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
export const isFull = (error: unknown): boolean => ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'EFBIG', 'DiskFull'].includes(codeOf(error));

/** Why no backup was made at a place, in words; any other error as it is. */
export function backupProblem(error: unknown, place: string): unknown {
  const code = codeOf(error);
  if (error instanceof StationProblem) return error;
  if (isFull(error)) return new StationProblem('DiskFull', `there is no room for ${place}: no backup was made, and nothing of it was left there`);
  if (code === 'ENOENT') return new StationProblem('NoSuchDirectory', `there is no directory for ${place}: no backup was made`);
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) return new StationProblem('NotWritable', `${place} may not be written: no backup was made`);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'Corrupt') return new StationProblem('Corrupt', 'the encrypted file of the station is damaged: no backup was made. Copy the whole directory to another disk before anything else, then restore the newest backup into a new directory');
  if (code.startsWith('SQLITE_BUSY')) return new StationProblem('BackupLater', 'the file is being read by something else just now: no backup was made, try again');
  if (/^SQLITE_(IOERR|CANTOPEN)|^EIO$/.test(code)) return new StationProblem('NotWritable', `${place} could not be written (${code}): no backup was made`);
  return error;
}
