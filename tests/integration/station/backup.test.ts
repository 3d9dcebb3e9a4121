import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { backUpStation } from '../../../src-main/station/backup/back-up-station.ts';
import { restoreStation } from '../../../src-main/station/backup/restore-station.ts';
import { readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { sampleLines } from '../../../src-shared/domain/practice/sample-load-lines.ts';
import { addDevice, initHub, startHub } from '../../../src-hub/main.ts';
import { openPage, serve } from './door-client.ts';
import { aFile, aPerson, aStation, aVisit, atEnd, openWork, password, run, tempDir, tramxa } from './world.ts';

const lines = [...sampleLines({ people: 30, checkups: 60, movements: 40, seed: 23, today: '2026-11-20' })];
const fileOf = (name: string, part: readonly unknown[]) => aFile(name, part.map((line) => `${JSON.stringify(line)}\n`).join(''));
const json = (text: string) => JSON.parse(text) as Record<string, unknown>;

async function aHub() {
  const dir = join(tempDir(), 'hub');
  await initHub({ dir, unit: '769', tier: 'district', port: 0, receiptIntervalSeconds: 1 });
  let hub = await startHub({ dir, port: 0 });
  const { port, url } = hub;
  atEnd(() => hub.close());
  const device = await addDevice({ dir, unit: '25001', device: 'pc1' });
  const at = { url, ...device };
  /** Every document at the hub: id and its living revisions. */
  const held = async () => {
    const authorization = `Basic ${Buffer.from(`${device.user}:${device.password}`).toString('base64')}`;
    const rows = await Promise.all(['health-25001', 'resources-25001'].map(async (database) => {
      const answer = await fetch(`${url}/${database}/_changes?style=all_docs&limit=100000`, { headers: { authorization } });
      return ((await answer.json()) as { results: { id: string; changes: { rev: string }[] }[] }).results;
    }));
    return new Map(rows.flat().filter(({ id }) => !id.startsWith('receipt:') && !id.startsWith('_')).map(({ id, changes }) => [id, changes.map(({ rev }) => rev).join()]));
  };
  return { at, held, close: () => hub.close(), again: async () => { hub = await startHub({ dir, port }); } };
}

/** A station with one person and one visit, and a backup of it. */
async function aBackup() {
  const { dir, recoveryCode } = await aStation();
  const work = await openWork(dir);
  await run(work, 'registerPatient', aPerson(1));
  await run(work, 'recordVisit', aVisit(1));
  const out = join(tempDir(), 'copy.tramxa');
  await backUpStation({ dir, key: await keyOf(dir), out });
  return { dir, work, out, recoveryCode };
}
async function keyOf(dir: string): Promise<Buffer> {
  const unlocked = await createAccounts(dir, Date.now).unlock('lan', password);
  if (!unlocked.ok) throw new Error('not unlocked');
  return unlocked.key;
}
const lan = { account: 'lan', password };
const outcome = async (work: Promise<unknown>) => work.then(() => 'done', (error: Error & { code?: string }) => `${error.code ?? error.name}: ${error.message}`);

describe('backup and restore', () => {
  it('[STA23] [STA24] [CLI13] an older copy, taken while the station worked, goes on as a new device and gets everything back from the hub', async () => {
    const hub = await aHub();
    const { dir } = await aStation({ hub: hub.at });
    const served = await serve(dir);
    const load = (name: string, from: number, to: number) => tramxa(['station', 'load', '--dir', dir, '--account', 'lan', fileOf(name, lines.slice(from, to)), '--json']);
    const [a, b, c] = [40, 70, 100];
    await load('a', 0, a);
    expect(json((await tramxa(['station', 'sync', '--dir', dir, '--account', 'lan', '--json'])).stdout)).toMatchObject({ receipts: [{ missing: 0 }] });
    await hub.close();
    await load('b', a, b);
    const out = join(tempDir(), 'copy.tramxa');
    const [backup, during] = await Promise.all([tramxa(['station', 'backup', '--dir', dir, '--account', 'lan', '--out', out, '--json']), load('c', b, c)]);
    expect([backup.code, during.code, backup.stderr]).toEqual([0, 0, expect.stringContaining('reading back')]);
    expect(json(backup.stdout)).toMatchObject({ ok: true, bytes: statSync(out).size, unit: '25001', documents: { patients: 30 } });
    await hub.again();
    await load('d', c, lines.length);
    expect(json((await tramxa(['station', 'sync', '--dir', dir, '--account', 'lan', '--json'])).stdout)).toMatchObject({ denied: 0, receipts: [{ missing: 0 }] });
    await served.stop();
    const held = await hub.held();

    const again = join(tempDir(), 'restored');
    const restored = await tramxa(['station', 'restore', '--from', out, '--dir', again, '--account', 'lan', '--json']);
    expect([restored.code, json(restored.stdout)]).toEqual([0, expect.objectContaining({ formerDevice: readKeyring(dir).device, device: readKeyring(again).device })]);
    expect([readKeyring(again).device === readKeyring(dir).device, readKeyring(again).instance === readKeyring(dir).instance]).toEqual([false, false]);
    expect(Number(json(restored.stdout)['waiting'])).toBeGreaterThan(30);
    const work = await openWork(again);
    expect(await work.verify()).toMatchObject({ ok: true, problems: [] });
    const exchange = await work.exchange({ waitForProofMs: 30_000 });
    expect(exchange).toMatchObject({ conflicts: 0, denied: 0, receipts: [{ unit: '769', missing: 0, proved: held.size + 1 }] });
    expect(exchange.pulled).toBeGreaterThanOrEqual(held.size - Number(json(restored.stdout)['total']));

    // The hub has what it had, each once, and the one event of the restore; the station has the same.
    const after = await hub.held();
    const added = [...after].filter(([id, revs]) => held.get(id) !== revs);
    expect([added.length, added[0]?.[0]]).toEqual([1, expect.stringMatching(/^audit/)]);
    expect(after.size).toBe(held.size + 1);
    const report = await work.verify();
    expect(report).toMatchObject({ ok: true, problems: [], documents: { patients: 30, conflicts: 0 }, auditEvents: lines.length + 1 });
    const former = await openWork(dir);
    const { receipts: _r, auditEvents: _a, ...theirs } = (await former.verify()).documents;
    expect(report.documents).toMatchObject(theirs);
    expect(await work.ask('syncStatus', {})).toMatchObject({ answer: { waiting: 0, allProved: true, provedUnit: '769' } });

    // What was done before the backup is still known to be done; and the station works on.
    await former.close();
    const answers: unknown[] = [];
    await work.runMany(lines.slice(0, b).map(({ key, operation, input }) => ({ key, operation, input })), (_, answer) => { answers.push(answer.ok && answer.result.already); });
    expect(answers).toEqual(Array(b).fill(true));
    expect((await run(work, 'registerPatient', aPerson(900))).ok).toBe(true);
    await work.exchange({ waitForProofMs: 30_000 });
    expect((await hub.held()).size).toBe(held.size + 3);
    const { patientId } = lines.find(({ operation }) => operation === 'recordCheckup')?.input as { patientId: string };
    const [timeline, list] = [await work.ask('encounterTimeline', { patientId }), await work.ask('patientSearch', { text: '' })];
    expect([timeline.ok && (timeline.answer as unknown[]).length > 0, list]).toEqual([true, expect.objectContaining({ answer: expect.objectContaining({ people: 31 }) as unknown })]);
  });

  it('[STA23] holds no name, password or credential in plaintext, and opens with every password and the recovery code', async () => {
    const { dir, work, recoveryCode } = await aBackup();
    await run(work, 'registerPatient', aPerson(2, { fullName: 'Plaintextina Nguyễn' }));
    await work.enrol({ url: 'http://127.0.0.1:9', user: '25001.pc1', password: 'hub-credential-of-pc1' });
    await work.accounts.add({ account: 'mai', displayName: 'Mai', role: 'healthWorker', password: 'mật khẩu của Mai' });
    const out = join(tempDir(), 'copy.tramxa');
    const { documents } = await backUpStation({ dir, key: await keyOf(dir), out });
    expect(documents).toMatchObject({ patients: 2, encounters: 1 });
    const bytes = readFileSync(out);
    for (const secret of ['Plaintextina', 'Nguyễn', 'hub-credential-of-pc1', '127.0.0.1', password, 'SQLite format', recoveryCode]) expect([secret, bytes.includes(secret)]).toEqual([secret, false]);
    if (process.platform !== 'win32') expect(statSync(out).mode & 0o077).toBe(0);
    const secrets = [lan, { account: 'mai', password: 'mật khẩu của Mai' }, { recoveryCode }, { account: 'mai', recoveryCode: recoveryCode.toLowerCase() }];
    const devices = new Set<string>();
    for (const secret of secrets) {
      const again = join(tempDir(), 'restored');
      devices.add((await restoreStation({ from: out, dir: again, secret, now: Date.now })).device);
      // All of them open the restored station too, as does the recovery code.
      const opened = await openWork(again, 'mai', 'mật khẩu của Mai');
      expect(await opened.ask('stationProfile', {})).toMatchObject({ answer: { hubUrl: 'http://127.0.0.1:9' } });
      expect(await opened.verify()).toMatchObject({ ok: true });
      await opened.close();
      expect(await createAccounts(again, Date.now).unlockWithRecoveryCode('lan', recoveryCode)).toMatchObject({ ok: true });
    }
    expect(devices.size).toBe(secrets.length);
    // A backup of a restored station can be restored as well.
    const [second, twice, third] = [join(tempDir(), 'restored'), join(tempDir(), 'copy2'), join(tempDir(), 'restored')];
    await restoreStation({ from: out, dir: second, secret: lan, now: Date.now });
    await (await openWork(second)).close();
    const held = await openWork(second);
    await backUpStation({ dir: second, key: await keyOf(second), out: twice });
    await held.close();
    await restoreStation({ from: twice, dir: third, secret: { recoveryCode }, now: Date.now });
    expect(await (await openWork(third)).verify()).toMatchObject({ ok: true, auditEvents: 6 });
  });

  it('[STA25] refuses in words a wrong secret, a damaged, cut or other file and a directory in use, and leaves nothing', async () => {
    const { out, dir } = await aBackup();
    const bytes = readFileSync(out);
    const to = () => join(tempDir(), 'restored');
    const restore = (from: string, at: string, secret: Parameters<typeof restoreStation>[0]['secret'] = lan) => outcome(restoreStation({ from, dir: at, secret, now: Date.now }));
    const target = to();
    expect(await restore(out, target, { account: 'lan', password: 'sai rồi' })).toMatch(/^WrongPassword: wrong password for account lan/);
    expect(await restore(out, target, { account: 'nobody', password })).toMatch(/^UnknownAccount/);
    expect(await restore(out, target, { recoveryCode: '0000-0000' })).toMatch(/^WrongPassword: this recovery code/);
    expect(await restore(join(dir, 'nowhere'), target)).toMatch(/^BackupMissing/);
    for (const share of [0, 0.1, 0.5, 0.999]) expect(await restore(aFile('cut', bytes.subarray(0, Math.floor(bytes.length * share))), target)).toMatch(/^NotABackup: .*its end is missing/);
    for (let n = 0; n < 60; n += 1) {
      const flipped = Buffer.from(bytes);
      const at = Math.floor((bytes.length * (n + 0.5)) / 60);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect([at, await restore(aFile('flipped', flipped), target)]).toEqual([at, expect.stringMatching(/^(BackupDamaged|NotABackup): /)]);
    }
    for (let back = 1; back < 60; back += 7) {
      const flipped = Buffer.from(bytes);
      flipped[bytes.length - back] = (flipped[bytes.length - back] ?? 0) ^ 4;
      expect(await restore(aFile('flipped', flipped), target)).toMatch(/^(BackupDamaged|NotABackup|BackupNewer): /);
    }
    expect(await restore(join(dir, 'station.db'), target)).toMatch(/^NotABackup/);
    expect(existsSync(target)).toBe(false);
    const full = tempDir();
    writeFileSync(join(full, 'thesis.txt'), 'mine');
    expect(await restore(out, full)).toMatch(/^DirectoryNotEmpty/);
    expect(await restore(out, dir)).toMatch(/^DirectoryNotEmpty/);
    expect(readdirSync(full)).toEqual(['thesis.txt']);
    // What a power cut left of a restore is done anew; an empty directory is as good as a new one.
    const cut = tempDir();
    writeFileSync(join(cut, 'restore-unfinished'), '');
    copyFileSync(out, join(cut, 'station.db'));
    expect([await restore(out, cut), readdirSync(cut).includes('restore-unfinished')]).toEqual(['done', false]);
    const empty = tempDir();
    expect(await restore(out, empty)).toBe('done');
  });

  it('[STA26] overwrites nothing, and leaves no half of a file on a full disk or a stick that returns something else', async () => {
    const { dir, out } = await aBackup();
    const [key, place] = [await keyOf(dir), tempDir()];
    const before = readFileSync(out);
    expect(await outcome(backUpStation({ dir, key, out }))).toMatch(/^FileExists: .*not touched/);
    expect(readFileSync(out).equals(before)).toBe(true);
    expect(await outcome(backUpStation({ dir, key, out: join(place, 'none', 'copy') }))).toMatch(/^NoSuchDirectory/);
    const full = (_: string, __: Buffer, target: string) => { writeFileSync(target, 'half'); throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }); };
    expect(await outcome(backUpStation({ dir, key, out: join(place, 'copy'), copy: full }))).toMatch(/^DiskFull: there is no room .*nothing of it was left/);
    const forgetful = (_: string, __: Buffer, target: string) => { const bytes = Buffer.from(before); bytes[5000] = (bytes[5000] ?? 0) ^ 1; writeFileSync(target, bytes); };
    expect(await outcome(backUpStation({ dir, key, out: join(place, 'copy'), copy: forgetful }))).toMatch(/^BackupUnreadable: .*use another/);
    expect(readdirSync(place)).toEqual([]);
  });

  it('[CLI13] answers in words, with a code, and asks for what is missing', async () => {
    const { dir, work, out } = await aBackup();
    await work.close();
    const cases: [Promise<{ code: number | null; stdout: string; stderr: string }>, number, RegExp][] = [
      [tramxa(['station', 'backup', '--dir', dir, '--account', 'lan', '--json']), 2, /--out is missing/],
      [tramxa(['station', 'restore', '--from', out, '--dir', join(tempDir(), 'x'), '--json']), 2, /--account is missing/],
      [tramxa(['station', 'backup', '--dir', dir, '--account', 'lan', '--out', out, '--json']), 1, /exists already/],
      [tramxa(['station', 'backup', '--dir', dir, '--account', 'lan', '--out', join(tempDir(), 'y'), '--json'], { env: { TRAMXA_PASSWORD: 'sai rồi' } }), 1, /wrong password/],
      [tramxa(['station', 'restore', '--from', out, '--dir', dir, '--account', 'lan', '--json']), 1, /not empty/],
    ];
    for (const [ran, wanted, words] of cases) {
      const { code, stdout, stderr } = await ran;
      expect([code, stderr]).toEqual([wanted, expect.stringMatching(words)]);
      expect(json(stdout)).toMatchObject({ error: { message: expect.stringMatching(words) as string } });
    }
    expect((await tramxa(['station', 'backup', '--dir', dir, '--account', 'lan', '--out', join(tempDir(), 'z')])).stdout).toMatch(/read back and sound/);
  });
});

describe('a file that does not open', () => {
  it('[STA27] is named at the sign-in page and by the command, behind the right password only, and left as it is', async () => {
    const { dir, work } = await aBackup();
    await work.close();
    const file = join(dir, 'station.db');
    const sound = readFileSync(file);
    const served = await serve(dir);
    const page = await openPage(served);
    const signIn = async (secret = password) => (await page.mutation('session.signIn', { account: 'lan', password: secret })).data;
    const damaged: [Buffer, string][] = [[Buffer.concat([Buffer.alloc(100, 7), sound.subarray(100)]), 'FileCorrupt'], [Buffer.from('not a database '.repeat(1000)), 'FileCorrupt'], [Buffer.alloc(0), 'FileCorrupt']];
    for (const [bytes, code] of damaged) {
      writeFileSync(file, bytes);
      expect(await signIn()).toEqual({ ok: false, refusals: [{ code }] });
      expect(await signIn('sai rồi')).toMatchObject({ refusals: [{ code: 'WrongPassword' }] });
      expect(readFileSync(file).equals(bytes)).toBe(true);
      await signIn();
    }
    const through = await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'today', '--json']);
    expect([through.code, json(through.stdout)]).toEqual([1, { error: expect.objectContaining({ code: 'Corrupt', message: expect.stringContaining('put the newest copy in its place') as string }) as unknown }]);
    await served.stop();
    const alone = await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'today', '--json']);
    expect(json(alone.stdout)).toMatchObject({ error: { code: 'Corrupt' } });
    writeFileSync(file, sound);
    const second = await serve(dir);
    const other = await openPage(second);
    expect((await other.mutation('session.signIn', { account: 'lan', password })).data).toMatchObject({ ok: true });
    expect(existsSync(join(dir, 'logs', 'station.log')) && readFileSync(join(dir, 'logs', 'station.log'), 'utf8')).toContain('"event":"fileNotOpened","code":"Corrupt"');
  });

  it('[STA27] says that it is missing', async () => {
    const { dir } = await aStation();
    const empty = join(tempDir(), 'moved');
    mkdirSync(empty);
    copyFileSync(join(dir, 'keyring.json'), join(empty, 'keyring.json'));
    const page = await openPage(await serve(empty));
    expect((await page.mutation('session.signIn', { account: 'lan', password })).data).toEqual({ ok: false, refusals: [{ code: 'FileNotFound' }] });
  });
});
