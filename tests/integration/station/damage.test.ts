import { closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { databaseFile, readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { finishReplacing, replaceDamagedStation } from '../../../src-main/station/backup/replace-damaged.ts';
import { restoreStation } from '../../../src-main/station/backup/restore-station.ts';
import { openStationFile } from '../../../src-main/station/open-station-file.ts';
import { addDevice, initHub, startHub } from '../../../src-hub/main.ts';
import { sampleLines } from '../../../src-shared/domain/practice/sample-load-lines.ts';
import { openPage, serve } from './door-client.ts';
import { aPerson, aStation, atEnd, openWork, password, run, tempDir, tramxa } from './world.ts';

const lines = [...sampleLines({ people: 20, checkups: 40, movements: 30, seed: 41, today: new Date(Date.now() - 2 * 24 * 3_600_000).toISOString().slice(0, 10) })].map(({ key, operation, input }) => ({ key, operation, input }));
const outcome = async (work: Promise<unknown>) => work.then(() => 'done', (error: Error & { code?: string }) => `${error.code ?? error.name}: ${error.message}`);

/** A page in the middle of the file that comes back with other bytes. */
function damagePage(file: string, page: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(64, 0xa5), 0, 64, page * 4096 + 1000);
  closeSync(handle);
}
/** Pages that hold the tables of people; found by trying, since the file is encrypted. */
async function damageSomewhere(dir: string): Promise<void> {
  const file = databaseFile(dir);
  damagePage(file, Math.floor(statSync(file).size / 4096 / 2));
}

/** A station with work, a copy of it in its own folder, and work after the copy. */
async function aWorkedStation(hub?: { url: string; user: string; password: string }) {
  const { dir } = await aStation(hub && { hub });
  const work = await openWork(dir);
  await work.runMany(lines, (_, answer) => expect(answer.ok).toBe(true));
  const copy = await work.backUp();
  await run(work, 'registerPatient', aPerson(1));
  return { dir, work, copy };
}

describe('a damaged file', () => {
  it('[DUR2] [DUR3] is named at the sign-in page with the newest copy, which takes its place; the file is set aside as it was', async () => {
    const { dir, work, copy } = await aWorkedStation();
    await work.close();
    const device = readKeyring(dir).device;
    await damageSomewhere(dir);
    const damaged = readFileSync(databaseFile(dir));
    const served = await serve(dir);
    const page = await openPage(served);
    const signIn = async () => (await page.mutation('session.signIn', { account: 'lan', password })).data;
    expect(await signIn()).toEqual({ ok: false, refusals: [{ code: 'FileCorrupt', newestCopyAt: new Date(copy.at).toISOString() }] });
    expect(readFileSync(databaseFile(dir)).equals(damaged)).toBe(true);
    expect((await page.mutation('session.restoreNewest', { account: 'lan', password: 'sai rồi' })).data).toMatchObject({ refusals: [{ code: 'WrongPassword' }] });
    await new Promise((resolve) => { setTimeout(resolve, 1200); });
    expect((await page.mutation('session.restoreNewest', { account: 'lan', password })).data).toMatchObject({ ok: true, session: { state: 'signedIn' } });
    expect(await page.query('ask', { query: 'patientSearch', input: { text: '' } })).toMatchObject({ data: { people: 20 } });
    const aside = readdirSync(dir).find((name) => name.startsWith('set-aside-')) ?? '';
    expect(readFileSync(join(dir, aside, 'station.db')).equals(damaged)).toBe(true);
    expect(JSON.parse(readFileSync(join(dir, aside, 'keyring.json'), 'utf8'))).toMatchObject({ device });
    expect(readKeyring(dir).device).not.toBe(device);
    await served.stop();
    expect((await tramxa(['station', 'verify', '--dir', dir, '--account', 'lan'])).code).toBe(0);
  });

  it('[DUR3] the command does it too; a missing file, a folder of copies, no copy, and a station that is in use', async () => {
    const { dir, work, copy } = await aWorkedStation();
    expect(await outcome(replaceDamagedStation({ dir, account: 'lan', password, now: Date.now }))).toMatch(/^InUse/);
    await work.accounts.add({ account: 'mai', displayName: 'Mai', role: 'healthWorker', password: 'mật khẩu của Mai' });
    await work.close();
    rmSync(databaseFile(dir));
    const before = readdirSync(dir).sort();
    const asked = await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'today']);
    expect([asked.code, asked.stderr]).toEqual([1, expect.stringMatching(/missing.*restore --in-place/)]);
    const stick = tempDir();
    renameSync(copy.file, join(stick, copy.file.split(/[\\/]/).at(-1) ?? ''));
    expect(await outcome(replaceDamagedStation({ dir, account: 'lan', password, now: Date.now }))).toMatch(/^NoBackup: there is no copy of this station/);
    const done = await tramxa(['station', 'restore', '--in-place', '--dir', dir, '--account', 'lan', '--from', stick, '--json']);
    expect(JSON.parse(done.stdout)).toMatchObject({ ok: true, dir, setAside: expect.stringContaining('set-aside-') as string });
    expect(before.filter((name) => !existsSync(join(dir, name)))).toEqual([]);
    // Who was added after the copy still works here.
    expect(await (await openWork(dir, 'mai', 'mật khẩu của Mai')).ask('patientSearch', { text: '' })).toMatchObject({ answer: { people: 20 } });
  });

  it('[DUR3] cut at any step of putting it in place, the next opening goes on', async () => {
    const { dir, work } = await aWorkedStation();
    await work.close();
    await damageSomewhere(dir);
    const copies = join(dir, 'backups');
    const steps = [
      () => undefined,
      (at: string) => { mkdirSync(join(at, 'set-aside-x')); renameSync(join(at, 'station.db'), join(at, 'set-aside-x', 'station.db')); },
      (at: string) => { mkdirSync(join(at, 'set-aside-x')); renameSync(join(at, 'station.db'), join(at, 'set-aside-x', 'station.db')); renameSync(join(at, 'restored-station', 'station.db'), join(at, 'station.db')); },
      (at: string) => { mkdirSync(join(at, 'set-aside-x')); for (const name of ['station.db', 'keyring.json']) { renameSync(join(at, name), join(at, 'set-aside-x', name)); renameSync(join(at, 'restored-station', name), join(at, name)); } },
    ];
    for (const step of steps) {
      const cut = join(tempDir(), 'station');
      cpSync(dir, cut, { recursive: true });
      await restoreStation({ from: copies, dir: join(cut, 'restored-station'), secret: { account: 'lan', password }, now: Date.now });
      // The marker is written only when what was restored is whole.
      finishReplacing(cut);
      expect(existsSync(join(cut, 'restored-station'))).toBe(true);
      writeFileSync(join(cut, 'replacing-unfinished'), 'x');
      step(cut);
      const again = await openWork(cut);
      expect(await again.verify()).toMatchObject({ ok: true });
      expect(await again.ask('patientSearch', { text: '' })).toMatchObject({ answer: { people: 20 } });
      expect([existsSync(join(cut, 'set-aside-x', 'station.db')), existsSync(join(cut, 'set-aside-x', 'keyring.json')), readdirSync(cut).filter((name) => /restored|replacing/.test(name))]).toEqual([true, true, []]);
      await again.close();
    }
  });

  it('[DUR4] restored from a copy seven days old, with the copy of an hour over it, the next sync brings back what the hub has, once, proved', async () => {
    const hubDir = join(tempDir(), 'hub');
    await initHub({ dir: hubDir, unit: '769', tier: 'district', port: 0, receiptIntervalSeconds: 1 });
    const hub = await startHub({ dir: hubDir, port: 0 });
    atEnd(() => hub.close());
    const at = { url: hub.url, ...await addDevice({ dir: hubDir, unit: '25001', device: 'pc1' }) };
    let clock = Date.now();
    const now = () => clock;
    const { dir } = await aStation({ now, hub: at });
    const early = await openWork(dir, 'lan', password, now);
    const [first, second, third] = [lines.slice(0, 40), lines.slice(40, 60), lines.slice(60)];
    const load = async (work: typeof early, part: typeof lines) => { await work.runMany(part, (_, answer) => expect(answer.ok).toBe(true)); };
    await load(early, first);
    await early.exchange({ waitForProofMs: 20_000 });
    await early.backUp();
    await load(early, second);
    expect((await early.backUp()).kind).toBe('hour');
    await early.close();
    clock += 7 * 24 * 3_600_000;
    const late = await openWork(dir, 'lan', password, now);
    await load(late, third);
    await late.exchange({ waitForProofMs: 20_000 });
    const whole = await late.verify();
    await late.close();
    await damageSomewhere(dir);
    expect(await outcome(openWork(dir, 'lan', password, now))).toMatch(/^Corrupt: the encrypted file is damaged/);
    const report = await replaceDamagedStation({ dir, account: 'lan', password, now });
    expect(report.formerDevice).not.toBe(report.device);
    const again = await openWork(dir, 'lan', password, now);
    const result = await again.exchange({ waitForProofMs: 30_000 });
    expect(result.conflicts).toBe(0);
    const after = await again.verify();
    expect(after).toMatchObject({ ok: true, auditEvents: whole.auditEvents + 1, shortages: whole.shortages, lots: whole.lots });
    for (const collection of ['patients', 'encounters', 'dispenses', 'lots', 'medicines', 'stockMovements']) expect([collection, after.documents[collection]]).toEqual([collection, whole.documents[collection]]);
    expect(await again.ask('syncStatus', {})).toMatchObject({ answer: { waiting: 0, conflicts: 0, denied: 0, allProved: true } });
    expect(await again.ask('conflictInbox', {})).toMatchObject({ answer: [] });
  });

  it('[DUR5] met while the file is open, it is said in words, stands in the profile, and the next opening looks at all of it', async () => {
    const { dir, work } = await aWorkedStation();
    await work.close();
    const served = await serve(dir);
    const page = await openPage(served);
    await page.signIn();
    const open = served.station.needOpen();
    // What the driver throws at such a page.
    const damage = Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' });
    const get = open.db.store.get;
    Object.assign(open.db.store, { get: () => { throw damage; } });
    const answer = await page.query('ask', { query: 'patient', input: { id: 'patients:019a0000-0000-7000-8000-000000000001' } });
    expect(answer.error).toMatchObject({ message: 'FileDamaged', data: { faultId: expect.any(String) as string } });
    const command = await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'patient', '{"id":"patients:019a0000-0000-7000-8000-000000000001"}', '--json']);
    expect([command.code, JSON.parse(command.stdout)]).toEqual([1, { error: expect.objectContaining({ code: 'Corrupt', message: expect.stringMatching(/a part of the station's encrypted file is damaged/) as string }) as unknown }]);
    Object.assign(open.db.store, { get });
    expect(await page.query('ask', { query: 'stationProfile', input: {} })).toMatchObject({ data: { fileDamaged: true } });
    await page.mutation('session.seal');
    expect(existsSync(join(dir, 'damage-met'))).toBe(true);
    // The file is sound: the next opening sees that and forgets.
    await page.signIn();
    expect(existsSync(join(dir, 'damage-met'))).toBe(false);
  });

  it('[DUR2] a file too large to be looked at while somebody waits is checked once it is open', async () => {
    const { dir, work } = await aWorkedStation();
    await work.close();
    const unlocked = await createAccounts(dir, Date.now).unlock('lan', password);
    if (!unlocked.ok) throw new Error('not unlocked');
    const db = await openStationFile({ dir, key: unlocked.key, keyring: readKeyring(dir), now: Date.now });
    for (let n = 0; n < 60; n += 1) db.settings.set(`filler ${n}`, 'x'.repeat(500_000));
    await db.close();
    const file = databaseFile(dir);
    damagePage(file, Math.floor(statSync(file).size / 4096) - 500);
    const served = await serve(dir);
    const page = await openPage(served);
    await page.signIn();
    await expect.poll(async () => ((await page.query('ask', { query: 'stationProfile', input: {} })).data as { fileDamaged: boolean }).fileDamaged, { timeout: 30_000 }).toBe(true);
    await page.mutation('session.seal');
    expect((await page.mutation('session.signIn', { account: 'lan', password })).data).toMatchObject({ refusals: [{ code: 'FileCorrupt', newestCopyAt: expect.any(String) as string }] });
  });
});
