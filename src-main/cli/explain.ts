import { fileWords } from '../station/file-words.ts';
import { UsageError } from './verb.ts';

export interface Explanation { code: string; message: string; exit: 1 | 2; facts: Record<string, unknown> }

/** What the station's, the store's and the line's own errors carry. */
interface CodedError extends Error { code?: unknown; kind?: unknown; facts?: unknown }

const spoken: Readonly<Record<string, string>> = {
  InUse: 'another process has this station open and does not answer; end it first',
  WrongKey: 'the encrypted file does not open with the key of this account',
  Corrupt: 'the encrypted file is damaged',
  NewerVersion: 'the file was written by a newer version of tramxa',
  ReadOnly: 'the file cannot be written to (read-only, or owned by somebody else)',
  DiskFull: 'the disk is full; nothing of this was saved',
  NotFound: 'the encrypted file of this station is missing',
  noLine: 'the hub cannot be reached',
  timeout: 'the hub did not answer in time',
  unauthorized: 'the hub does not know this user or password, or its administrator has revoked it',
  forbidden: 'the hub does not allow this',
  notFound: 'the hub has no such database',
  tooLarge: 'the hub found the request too large',
  notCouch: 'what answers at this address is not a hub',
  hubBroken: 'the hub answered with an error of its own',
  EADDRINUSE: 'the port is taken by another program',
  ENOSPC: 'the disk is full; nothing of this was saved',
  SQLITE_FULL: 'the disk is full; what was acknowledged is saved, the rest is not',
  SQLITE_READONLY: 'the file cannot be written to',
  SQLITE_IOERR_WRITE: 'the disk could not be written to',
  SQLITE_IOERR_FSYNC: 'the disk could not be written to',
};

const named = new Set(['StationProblem', 'HubProblem', 'StoreOpenError', 'TransportError']);

/** An error in words a person can act on; anything unforeseen is named a fault. */
export function explain(error: unknown): Explanation {
  if (error instanceof UsageError) return { code: 'WrongUsage', message: error.message, exit: 2, facts: {} };
  if (!(error instanceof Error)) return { code: 'Fault', message: `something broke: ${String(error)}`, exit: 1, facts: {} };
  const { code, kind, facts } = error as CodedError;
  const name = typeof kind === 'string' ? kind : typeof code === 'string' ? code : undefined;
  const ofFile = named.has(error.name) ? undefined : fileWords(error);
  if (ofFile) return { ...ofFile, exit: 1, facts: {} };
  const known = name !== undefined && Object.hasOwn(spoken, name) ? spoken[name] : undefined;
  if (named.has(error.name) || known !== undefined) {
    return {
      code: name ?? error.name, exit: 1, facts: typeof facts === 'object' && facts !== null ? { ...facts } : {},
      message: error.name === 'StationProblem' || error.name === 'HubProblem' || known === undefined ? error.message : `${known} (${error.message})`,
    };
  }
  if (process.env.TRAMXA_DEBUG) process.stderr.write(`${error.stack ?? ''}\n`);
  return { code: 'Fault', message: `something broke, nothing half-way was kept: ${error.message}`, exit: 1, facts: {} };
}
