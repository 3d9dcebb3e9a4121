import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, createReadStream, fsyncSync, openSync, readSync, statSync } from 'node:fs';
import { z } from 'zod';
import { parseKeyring, type Keyring } from '../accounts/keyring.ts';
import { StationProblem } from '../station-problem.ts';

/**
 * A backup is one file: the encrypted copy of the database, then a label (JSON: keyring, length of the copy), SHA-256 of all
 * before it, the label's length, and a mark with the format's version. The label is at the end, so that the copy needs its room once.
 */
export interface BackupLabel { keyring: Keyring; databaseBytes: number }

const mark = 'tramxa-backup-';
const version = '01';
const markBytes = mark.length + version.length;
const tailBytes = 32 + 4 + markBytes;
/** Keyrings of thousands of accounts stay far below. */
const longestLabel = 16_000_000;
const labelFile = z.object({ format: z.literal('tramxa-backup'), databaseBytes: z.number().int().positive(), keyring: z.unknown() });

/** Turns a copied database into a backup that can be restored alone; on the disk when it resolves. */
export async function labelBackup(file: string, keyring: Keyring): Promise<void> {
  const label = Buffer.from(JSON.stringify({ format: 'tramxa-backup', databaseBytes: statSync(file).size, keyring }), 'utf8');
  appendFileSync(file, label);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(label.length);
  appendFileSync(file, Buffer.concat([await hashOf(file, statSync(file).size), length, Buffer.from(mark + version, 'latin1')]));
  const handle = openSync(file, 'r+');
  try { fsyncSync(handle); } finally { closeSync(handle); }
}

/**
 * Reads the whole file once and answers its label.
 * @throws StationProblem `BackupMissing`, `NotABackup`, `BackupNewer`, `BackupDamaged`.
 */
export async function readBackup(file: string): Promise<BackupLabel> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new StationProblem('BackupMissing', `there is no file ${file}`);
  const tail = readAt(file, Math.max(0, found.size - tailBytes), Math.min(tailBytes, found.size));
  const foundMark = tail.subarray(-markBytes).toString('latin1');
  if (!foundMark.startsWith(mark)) throw new StationProblem('NotABackup', `${file} is not a whole backup of a station: its end is missing, or it is a file of another kind`);
  if (foundMark !== mark + version) throw new StationProblem('BackupNewer', `${file} was made by a newer version of tramxa`);
  const damaged = () => new StationProblem('BackupDamaged', `${file} is damaged: its content is not what was written; use another backup`);
  const labelBytes = tail.readUInt32BE(32);
  const labelAt = found.size - tailBytes - labelBytes;
  if (labelBytes > longestLabel || labelAt <= 0 || !(await hashOf(file, found.size - tailBytes)).equals(tail.subarray(0, 32))) throw damaged();
  const label = labelFile.safeParse(JSON.parse(readAt(file, labelAt, labelBytes).toString('utf8')));
  if (!label.success || label.data.databaseBytes !== labelAt) throw damaged();
  return { keyring: parseKeyring(label.data.keyring, file), databaseBytes: labelAt };
}

function readAt(file: string, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const handle = openSync(file, 'r');
  try { readSync(handle, bytes, 0, length, at); } finally { closeSync(handle); }
  return bytes;
}

/** SHA-256 of the first `length` bytes. */
async function hashOf(file: string, length: number): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file, { end: length - 1 })) hash.update(part as Buffer);
  return hash.digest();
}
