import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, createReadStream, fsyncSync, openSync, readSync, statSync } from 'node:fs';
import { StationProblem } from '../station-problem.ts';

/**
 * Content, then a label (JSON), SHA-256 of all before it, the label's length, and a mark with the format's version. The label is at the end, so that
 * the content needs its room once; a file that was cut has no end.
 */
export interface LabelledFile { label: unknown; contentBytes: number; /** SHA-256 in hex: the file's name among its kind. */ sum: string }

const mark = 'tramxa-backup-';
const version = '01';
const markBytes = mark.length + version.length;
const tailBytes = 32 + 4 + markBytes;
/** Keyrings of thousands of accounts and the fingerprints of three million pages stay below. */
const longestLabel = 64_000_000;

/** Ends the file with its label; on the disk when it resolves. Answers the sum. */
export async function endWithLabel(file: string, label: object): Promise<string> {
  const text = Buffer.from(JSON.stringify(label), 'utf8');
  appendFileSync(file, text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const sum = await hashOf(file, statSync(file).size);
  appendFileSync(file, Buffer.concat([sum, length, Buffer.from(mark + version, 'latin1')]));
  const handle = openSync(file, 'r+');
  try { fsyncSync(handle); } finally { closeSync(handle); }
  return sum.toString('hex');
}

/**
 * Reads label and sum, and with `whole` every byte against the sum.
 * @throws StationProblem `BackupMissing`, `NotABackup`, `BackupNewer`, `BackupDamaged`.
 */
export async function readLabelled(file: string, whole = true): Promise<LabelledFile> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new StationProblem('BackupMissing', `there is no file ${file}`);
  const tail = readAt(file, Math.max(0, found.size - tailBytes), Math.min(tailBytes, found.size));
  const foundMark = tail.subarray(-markBytes).toString('latin1');
  if (!foundMark.startsWith(mark)) throw new StationProblem('NotABackup', `${file} is not a whole backup of a station: its end is missing, or it is a file of another kind`);
  if (foundMark !== mark + version) throw new StationProblem('BackupNewer', `${file} was made by a newer version of tramxa`);
  const labelBytes = tail.readUInt32BE(32);
  const labelAt = found.size - tailBytes - labelBytes;
  const sum = tail.subarray(0, 32);
  if (labelBytes > longestLabel || labelAt < 0 || (whole && !(await hashOf(file, found.size - tailBytes)).equals(sum))) throw backupDamaged(file);
  try {
    return { label: JSON.parse(readAt(file, labelAt, labelBytes).toString('utf8')), contentBytes: labelAt, sum: sum.toString('hex') };
  } catch {
    throw backupDamaged(file);
  }
}

export const backupDamaged = (file: string): StationProblem => new StationProblem('BackupDamaged', `${file} is damaged: its content is not what was written; use another backup`);

function readAt(file: string, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const handle = openSync(file, 'r');
  try { readSync(handle, bytes, 0, length, at); } finally { closeSync(handle); }
  return bytes;
}

/** SHA-256 of the first `length` bytes. */
async function hashOf(file: string, length: number): Promise<Buffer> {
  const hash = createHash('sha256');
  if (length > 0) for await (const part of createReadStream(file, { end: length - 1 })) hash.update(part as Buffer);
  return hash.digest();
}
