import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fixtureLines } from '../../fixtures/station/fixture-station.ts';
import { root, tempDir } from './world.ts';

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

it.skipIf(!canMount)('[MIG8] a disk that fills up while an older file is brought up has the opening refused, and nothing is lost: with room it opens', () => {
  const command = 'mount -t tmpfs -o size=120000000 none "$0" && exec "$@"';
  const [small, large] = [['0', '60000', '200000', '350000'], ['3000000']];
  const script = [process.execPath, join(import.meta.dirname, 'full-disk-opening.ts')];
  const disk = tempDir();
  const { status, stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', command, disk, ...script, disk, join(root, 'tests/fixtures/station/version-5'), ...small, ...large], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const whole = { people: fixtureLines.people, visits: fixtureLines.checkups, found: fixtureLines.people, byPerson: fixtureLines.checkups, problems: [] };
  expect(JSON.parse(stdout)).toEqual(Object.fromEntries([...small.map((room) => [room, ['DiskFull', whole]]), ...large.map((room) => [room, [whole, whole]])]));
});
