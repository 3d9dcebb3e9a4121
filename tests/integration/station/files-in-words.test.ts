import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { issueWords } from '../../../src-hub/provisioning/issue-words.ts';
import { fileWords } from '../../../src-main/station/file-words.ts';
import { orgUnitInput } from '../../../src-shared/domain/org/plan-org.ts';
import { refuseForeignFile } from '../../../sync/index.ts';
import { aStation, openWork, password, root, tempDir, tramxa } from './world.ts';

const systemError = (code: string, more: object) => Object.assign(new Error(`${code}: as the system says it`), { code, syscall: 'open', ...more });

it.each([
  [systemError('EROFS', { path: '/usb/runtime.json.0a1b2c3d.tmp' }), 'EROFS', 'the disk or folder can only be read, not written to (/usb/runtime.json)'],
  [systemError('EISDIR', { path: '/tmp.part', dest: '/tmp' }), 'EISDIR', 'this is a folder, not a file (/tmp)'],
  [systemError('EEXIST', { path: '/a.txt' }), 'EEXIST', 'there is something of this name already, and it was not touched (/a.txt)'],
])('[CLI16] %s is said in words, with the file meant', (error, code, message) => { expect(fileWords(error)).toEqual({ code, message }); });

it('[CLI16] what is no error of a file is left to others', () => {
  expect([fileWords(new Error('x')), fileWords(Object.assign(new Error('x'), { code: 'SQLITE_FULL' })), fileWords('x')]).toEqual([undefined, undefined, undefined]);
});

it('[CLI17] nothing is written over but an older bundle of the same PC', async () => {
  const dir = tempDir();
  const precious = join(dir, 'precious.txt');
  writeFileSync(precious, 'quý');
  await expect(refuseForeignFile(precious, { kind: 'up', user: '25001.pc1' })).rejects.toMatchObject({ code: 'FileExists' });
  await expect(refuseForeignFile(dir, { kind: 'up', user: '25001.pc1' })).rejects.toMatchObject({ code: 'EISDIR' });
  await refuseForeignFile(join(dir, 'nothing'), { kind: 'up', user: '25001.pc1' });
  expect(readFileSync(precious, 'utf8')).toBe('quý');
});

it('[CLI18] the list of accounts has those that are disabled or forgotten, and says so', async () => {
  const { dir } = await aStation();
  const work = await openWork(dir);
  for (const account of ['mai', 'binh']) await work.accounts.add({ account, role: 'doctor', password: 'mật khẩu khác' });
  await work.accounts.disable('mai');
  await work.accounts.forget('binh');
  await work.close();
  const { stdout } = await tramxa(['station', 'account', 'list', '--dir', dir, '--json']);
  expect((JSON.parse(stdout) as { accounts: { account: string; state: string }[] }).accounts.map(({ account, state }) => `${account} ${state}`)).toEqual(['lan active', 'mai disabled', 'binh forgotten']);
});

it('[CLI19] what is wrong in a file of units is said in words of ours', () => {
  const parsed = orgUnitInput.safeParse({ unit: '25001', tier: 'station', from: '22/11/2026', parents: 7 });
  expect(parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issueWords(issue)}`)).toEqual(['name is missing', 'parents should be a list', 'from is no date; one looks like 2026-11-22']);
});

const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=65536 none /tmp']).status === 0;

it.skipIf(!canMount)('[CLI16] a station in a folder that can only be read is not served: this is said, and the process ends', async () => {
  const { dir } = await aStation();
  const place = tempDir();
  mkdirSync(join(place, 'usb'));
  const command = 'mount -t tmpfs none "$0" && cp -r "$1" "$0/station" && mount -o remount,ro "$0" && exec "$2" "$3" station serve --dir "$0/station"';
  const { status, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', command, join(place, 'usb'), dir, process.execPath, join(root, 'src-main/cli/tramxa.js')], { encoding: 'utf8', env: { ...process.env, TRAMXA_PASSWORD: password }, timeout: 60_000 });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^tramxa: the disk or folder can only be read, not written to \(.*runtime\.json\)/)]);
});

it('[CLI19] a hub is not its own parent', async () => {
  const dir = join(tempDir(), 'hub');
  expect((await tramxa(['hub', 'init', '--dir', dir, '--unit', '769', '--tier', 'district', '--port', '47999'])).code).toBe(0);
  const parent = (url: string) => tramxa(['hub', 'parent', '--dir', dir, '--url', url], { env: { TRAMXA_HUB_PASSWORD: 'x' } });
  expect(await parent('http://localhost:47999')).toMatchObject({ code: 1, stderr: expect.stringContaining('is this hub itself') as string });
  expect((await parent('http://localhost:47998')).code).toBe(0);
});
