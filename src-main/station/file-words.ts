import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const notAllowed = 'the user of this PC may not read or write it';
const full = 'the disk is full; nothing of this was saved';
const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file', EACCES: notAllowed, EPERM: notAllowed, EROFS: 'the disk or folder can only be read, not written to', EISDIR: 'this is a folder, not a file',
  ENOTDIR: 'a part of this path is a file, not a folder', ENOTEMPTY: 'this is a folder, not a file', EEXIST: 'there is something of this name already, and it was not touched', ENOSPC: full, EDQUOT: full,
  EFBIG: 'the file is larger than this disk takes', EIO: 'the disk could not be read or written', EBUSY: 'another program has it in use', ENAMETOOLONG: 'this name is too long',
};

/** An error of the file system in words, with the path it is about; `undefined` for any other. `code` is the system's own. */
export function fileWords(error: unknown): { code: string; message: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path, dest, syscall } = error as NodeJS.ErrnoException & { dest?: string };
  if (code === undefined || syscall === undefined || path === undefined) return undefined;
  // What is written beside a file first is called by the file's own name.
  const named = (dest ?? path).replace(/(\.[0-9a-f]{8}\.tmp|\.part)$/, '');
  const meant = code === 'ENOENT' && syscall === 'mkdir' ? whyNoFolder(named) : code;
  const said = words[meant];
  return said === undefined ? undefined : { code: meant, message: `${said} (${named})` };
}

/** Node says `ENOENT` of a folder that cannot be made in one that cannot be written to. */
function whyNoFolder(folder: string): string {
  let above = dirname(resolve(folder));
  while (!existsSync(above) && dirname(above) !== above) above = dirname(above);
  try { accessSync(above, constants.W_OK); } catch (error) { return (error as NodeJS.ErrnoException).code ?? 'EACCES'; }
  return 'ENOENT';
}
