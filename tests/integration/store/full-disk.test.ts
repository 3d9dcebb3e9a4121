import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openStore } from '../../../store/index.ts';
import { aDirectory } from './temp-dir.ts';

/** Runs a script of this folder on a disk of its own of so many bytes; the disk is gone with the process. */
function onSmallDisk(bytes: number, script: string): { status: number | null; stdout: string; stderr: string } {
  const command = `mount -t tmpfs -o size=${bytes} none "$0" && exec "$1" "$2" "$0"`;
  return spawnSync('unshare', ['-rm', 'sh', '-c', command, aDirectory(), process.execPath, script], { encoding: 'utf8' });
}
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=65536 none /tmp']).status === 0;

it.skipIf(!canMount)('[STO51] on a full disk writes are refused, everything is read, and work goes on when there is room', () => {
  const { status, stdout, stderr } = onSmallDisk(4_000_000, fileURLToPath(new URL('./full-disk-writer.ts', import.meta.url)));
  expect([status, stderr]).toEqual([0, '']);
  const said = JSON.parse(stdout) as Record<string, never> & { saved: number };
  const { saved } = said;
  expect(saved).toBeGreaterThan(50);
  const full = { people: saved, outbox: saved, last: `p${String(saved - 1).padStart(5, '0')}`, problems: [] };
  const after = { people: saved + 1, outbox: saved + 1, last: 'z', problems: [] };
  expect(said).toMatchObject({
    refusal: 'SQLITE_FULL', whileFull: full, again: 'SQLITE_FULL', close: 'ok', openFull: 'ok', readFull: full,
    afterRoom: 'ok', whenRoom: after, closeWithRoom: 'ok', atLast: after,
  });
});

it.skipIf(!canMount)('[STO52] room kept for a full disk lets a store be opened, read and written for a while', () => {
  const { status, stdout, stderr } = onSmallDisk(3_000_000, fileURLToPath(new URL('./reserve-writer.ts', import.meta.url)));
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({
    kept: 300_000, refused: 'SQLITE_FULL', released: [true, false], saveAfter: 'ok', reserveThere: false,
    keptAgain: 300_000, openFull: 'ok', read: 'last', saveFull: 'ok', reserveGone: true,
  });
});

it('[STO52] room is kept only where asked, and of the size asked', () => {
  const file = join(aDirectory(), 'store.db');
  const sizes = [undefined, 5_000, 7_000, undefined, 0].map((reserveBytes) => {
    openStore({ file, key: Buffer.alloc(32, 3), ...(reserveBytes !== undefined && { reserveBytes }) }).close();
    return statSync(`${file}-reserve`, { throwIfNoEntry: false })?.size;
  });
  expect(sizes).toEqual([undefined, 5_000, 7_000, 7_000, undefined]);
});
