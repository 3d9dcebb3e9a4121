import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from './world.ts';

const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=65536 none /tmp']).status === 0;

it.skipIf(!canMount)('[DUR6] on a full disk saves are refused, everything is read, forms are kept or said not to be, the sign-off and a copy work, and work goes on by itself', () => {
  const command = 'mount -t tmpfs -o size=12000000 none "$0" && exec "$1" "$2" "$0" "$3"';
  const { status, stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', command, tempDir(), process.execPath, join(import.meta.dirname, 'full-disk-station.ts'), tempDir()], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const said = JSON.parse(stdout) as { saved: number };
  expect(said).toMatchObject({
    signIn: true, before: false, refusal: 'DiskFull', again: 'DiskFull', full: true, read: true, draft: ['kept', 4000], signInFull: true, copy: 'day', draftAtLast: [true, true],
    sealed: true, signInAgain: true, readAgain: true, stillRefused: ['DiskFull', true], byItself: 'ok', after: [false, true, []],
  });
  expect(said.saved).toBeGreaterThan(6);
});
