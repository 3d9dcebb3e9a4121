import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreOpenError } from './types.ts';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The last one: no room for the file of shared memory beside the log. */
const NO_ROOM = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR_SHMSIZE']);

/** Bytes 16 to 23 of the header stay readable in the ciphers used: a page size, WAL versions, and three fixed bytes. */
function hasStoreHeader(file: string): boolean {
  const header = Buffer.alloc(24);
  try {
    const descriptor = openSync(file, 'r');
    try { if (readSync(descriptor, header, 0, 24, 0) < 24) return false; } finally { closeSync(descriptor); }
  } catch { return false; }
  if (header.subarray(0, 15).toString('latin1') === 'SQLite format 3') return false;
  const pageSize = header.readUInt16BE(16);
  const isPageSize = pageSize === 1 || (pageSize >= 512 && (pageSize & (pageSize - 1)) === 0);
  return isPageSize && header[21] === 64 && header[22] === 32 && header[23] === 32;
}

const isDirectory = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Words a fault of opening as `StoreOpenError`; what it does not know is returned as it is. `WrongKey` may also mean that the
 * first page is damaged: both fail the same authentication. Whoever has proved the key otherwise may read it as `Corrupt`.
 */
export function toOpenError(error: unknown, file: string): unknown {
  if (error instanceof StoreOpenError) return error;
  const code = codeOf(error);
  if (code === 'SQLITE_NOTADB') {
    return hasStoreHeader(file) ? new StoreOpenError('WrongKey', `the key does not open ${file}`) : new StoreOpenError('Corrupt', `${file} is not an encrypted store`);
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_IOERR_SHORT_READ' || code === 'SQLITE_IOERR_DATA') return new StoreOpenError('Corrupt', `${file} is damaged`);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new StoreOpenError('InUse', `${file} is open in another process`);
  if (NO_ROOM.has(code)) return new StoreOpenError('DiskFull', `no room left for ${file}`);
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'SQLITE_PERM') return new StoreOpenError('ReadOnly', `${file} may not be written`);
  if (code.startsWith('SQLITE_CANTOPEN') && existsSync(dirname(file)) && !isDirectory(file)) return new StoreOpenError('ReadOnly', `${file} may not be opened`);
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code.startsWith('SQLITE_CANTOPEN') || (error instanceof TypeError && error.message.includes('directory does not exist'))) {
    return new StoreOpenError('NotFound', `${file} cannot be found`);
  }
  return error;
}
