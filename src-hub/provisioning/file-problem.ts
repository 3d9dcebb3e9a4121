import { userInfo } from 'node:os';
import { HubProblem } from './hub-problem.ts';

// A serving hub does the work: the file must be open to the user it runs as, not only to who typed the command.
const notAllowed = (): string => `the user ${ownUser()}, as whom the hub works, may not read or write it`;
function ownUser(): string {
  // In a container it may have a number and no name.
  try { return userInfo().username; } catch { return String(process.getuid?.() ?? ''); }
}
const reasons: Readonly<Record<string, () => string>> = {
  ENOENT: () => 'it is not there', EISDIR: () => 'it is a folder', ENOTDIR: () => 'a part of its path is no folder', EACCES: notAllowed, EPERM: notAllowed, ENOSPC: () => 'the disk is full', EROFS: () => 'the disk cannot be written to',
};

/** A file the system does not give, named, with the reason; `undefined` for any other fault. `file`: where the system's own word may not name it. */
export function fileProblem(error: unknown, file?: string): HubProblem | undefined {
  const { code, path = file, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || path === undefined || syscall === undefined) return undefined;
  return new HubProblem('FileProblem', `${path}: ${reasons[code]?.() ?? code}`);
}
