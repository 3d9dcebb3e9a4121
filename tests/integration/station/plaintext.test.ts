import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleLoadLines } from '../../../src-shared/domain/practice/sample-load-lines.ts';
import { filesBelow, findPlaintext, formsOf } from '../../support/find-plaintext.ts';
import { pageWith, ask } from './door-client.ts';
import { aFile, aStation, password, tempDir, tramxa, until } from './world.ts';

const person = { fullName: 'Phạm Thị Tuyết Nhung', nationalId: '079185012345', phone: '0987654321', village: 'Thôn Đồng Bờm', symptoms: 'Đau thượng vị từng cơn', draft: 'Nguyễn Hoàng Bảo Trân', listed: 'Đặng Thị Kiều Oanh' };
const words = [...Object.values(person), password];
const id = 'patients:019a0000-0000-7000-8000-00000000abcd';
const lines = [
  { key: 'p', operation: 'registerPatient', input: { id, fullName: person.fullName, sex: 'female', bornOn: '1985-03-15', nationalId: person.nationalId, phone: person.phone, village: person.village } },
  { key: 'v', operation: 'recordVisit', input: { patientId: id, occurredOn: '2026-03-20', reason: 'Đau bụng', symptoms: person.symptoms } },
  { key: 'bad', operation: 'registerPatient', input: { fullName: person.fullName, sex: 'female', bornOn: '2999-01-01', nationalId: person.nationalId } },
  ...[...sampleLoadLines({ people: 40, checkups: 60, movements: 30, seed: 3, today: '2026-11-20' })].map((line) => JSON.parse(line) as object),
];

describe('what a thief of the disk reads', () => {
  it('[SEC7] finds planted words in every form', () => {
    for (const { form, bytes } of formsOf(person.fullName)) {
      const dir = tempDir();
      writeFileSync(join(dir, 'planted'), Buffer.concat([Buffer.from('xx'), bytes, Buffer.from('yy')]));
      expect([form, findPlaintext([dir], [person.fullName]).length > 0]).toEqual([form, true]);
    }
    const coded = tempDir();
    writeFileSync(join(coded, 'planted'), Buffer.from(`{"a":"${person.fullName}"}`).toString('base64'));
    expect(findPlaintext([coded], [person.fullName])).toContainEqual({ file: 'planted', word: person.fullName, form: 'base64' });
  });

  it('[SEC7] no name, number or word of a day\'s work lies in data folder, write-ahead log, backup, logs, printed lines, runtime files or temporary folder, also after kill -9', async () => {
    const { dir } = await aStation();
    const temporary = join(tempDir(), 'tmp');
    mkdirSync(temporary);
    const env = { TMPDIR: temporary, TEMP: temporary, TMP: temporary, SQLITE_TMPDIR: temporary };
    const input = aFile('day.ndjson', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    let station: ChildProcess | undefined;
    const served = tramxa(['station', 'serve', '--dir', dir, '--json'], { env, onSpawn: (child) => { station = child; } });
    await until(() => existsSync(join(dir, 'runtime.json')), 90_000);
    const loaded = JSON.parse((await tramxa(['station', 'load', '--dir', dir, '--account', 'lan', input, '--json'], { env })).stdout) as { ok: number; refused: { line: number }[] };
    expect(loaded.refused.map(({ line }) => line)).toEqual([3]);
    await workOnPage(dir);
    const list = aFile('list.csv', `Họ tên;Giới;Ngày sinh;Thôn\n${person.listed};Nữ;1985;${person.village}\n`);
    expect((await tramxa(['station', 'import', '--dir', dir, '--account', 'lan', '--kind', 'patients', list, '--quiet'], { env })).stdout).toContain('1 added');
    expect((await tramxa(['station', 'backup', '--dir', dir, '--account', 'lan', '--auto'], { env })).code).toBe(0);
    const backups = tempDir();
    expect((await tramxa(['station', 'backup', '--dir', dir, '--account', 'lan', '--out', join(backups, 'copy.tramxa')], { env })).code).toBe(0);
    station?.kill('SIGKILL');
    const { stdout, stderr } = await served;
    // What a service prints is kept by the system's journal.
    const printed = aFile('printed.log', stdout + stderr);
    expect(filesBelow(dir).some((file) => file.endsWith('-wal') && readFileSync(file).length > 0)).toBe(true);
    expect(findPlaintext([dir, backups, temporary, printed], words)).toEqual([]);
    expect((await tramxa(['station', 'rekey', '--dir', dir, '--account', 'lan'], { env })).code).toBe(0);
    expect(findPlaintext([dir, backups, temporary], words)).toEqual([]);
    // The words are there for whoever has the password.
    expect((await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'patientSearch', JSON.stringify({ text: 'tuyet nhung' })], { env })).stdout).toContain(person.fullName);
    rmSync(temporary, { recursive: true, force: true });
  });
});

/** What a browser does in a day: looks for people, keeps a half-written form, asks wrongly, mistypes the password. */
async function workOnPage(dir: string): Promise<void> {
  const { address, token } = JSON.parse(readFileSync(join(dir, 'runtime.json'), 'utf8')) as { address: string; token: string };
  const minted = (await ask(address, '/command/page-token', { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: {} })).json() as { token: string };
  const traded = await ask(address, '/session/token', { method: 'POST', headers: { origin: address }, body: { token: minted.token } });
  const page = pageWith(address, String(traded.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '');
  await page.mutation('session.signIn', { account: 'lan', password: person.draft });
  await page.signIn('lan', password);
  await page.mutation('drafts.save', { key: 'k', form: 'register', content: { fields: { fullName: person.draft, phone: person.phone }, title: person.draft } });
  expect((await page.query('ask', { query: 'patientSearch', input: { text: person.fullName } })).status).toBe(200);
  await page.query('ask', { query: 'patientSearch', input: { text: person.fullName, unknown: person.nationalId } });
  await page.query(`ask/${encodeURIComponent(person.fullName)}`, {});
  await page.mutation('run', { operation: 'registerPatient', key: person.fullName, input: { fullName: person.fullName } });
}
