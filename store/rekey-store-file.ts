import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { copyStoreFile } from './copy-store-file.ts';
import { KEY_BYTES, openConnection } from './driver.ts';
import type { Cipher } from './driver.ts';
import { inspectStore } from './inspect-store.ts';
import type { StoreFile } from './inspect-store.ts';

export interface RekeySteps { (step: 'copying' | 'rekeying' | 'checking'): void }

/**
 * Writes a copy of a store's file that opens with another key, and another cipher where wished for; the file itself is not
 * touched, so that a kill at any moment loses nothing. On the disk, and compared with the file, when this returns; a copy that
 * fails leaves nothing behind. The caller keeps the file's lock.
 * @throws the driver's error; `Error` where the copy does not hold what the file holds.
 */
export function rekeyStoreFile(source: StoreFile, target: StoreFile, tell: RekeySteps = () => undefined): void {
  if (target.key.length !== KEY_BYTES) throw new RangeError(`the key must have ${KEY_BYTES} bytes`);
  try {
    tell('copying');
    copyStoreFile(source, target.file);
    tell('rekeying');
    rekeyCopy({ ...source, file: target.file }, target.key, target.cipher ?? 'aegis');
    tell('checking');
    const before = inspectStore(source, ({ documents }) => JSON.stringify(documents));
    const after = inspectStore(target, ({ documents, problems }) => (problems.length === 0 ? JSON.stringify(documents) : `damaged: ${problems[0] ?? ''}`));
    if (before !== after) throw new Error('the copy with the new key does not hold what the file holds');
  } catch (error) {
    for (const left of ['', '-journal', '-wal', '-shm']) rmSync(target.file + left, { force: true });
    throw error;
  }
}

function rekeyCopy(copy: StoreFile, key: Buffer, cipher: Cipher): void {
  const connection = openConnection({ file: copy.file, key: copy.key, cipher: copy.cipher ?? 'aegis' });
  const raw = Buffer.from(`raw:${key.toString('hex')}`, 'latin1');
  try {
    // Another cipher keeps other room on each page, which a file in WAL mode cannot change.
    connection.pragma('journal_mode=DELETE');
    connection.pragma(`cipher='${cipher}'`);
    connection.rekey(raw);
  } finally {
    raw.fill(0);
    connection.close();
  }
  const descriptor = openSync(copy.file, 'r+');
  try { fsyncSync(descriptor); } finally { closeSync(descriptor); }
}
