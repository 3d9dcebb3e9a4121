import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseFile, keyringPath } from '../../../src-main/station/accounts/keyring.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { openPage, serve } from './door-client.ts';
import { aPerson, aStation, aVisit, openWork, password, personId, root, run, tempDir, tramxa } from './world.ts';

const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=65536 none /tmp']).status === 0;

describe('what stands in the way of a station', () => {
  it.skipIf(!canMount)('[DUR7] a folder that may not be written is refused in words', async () => {
    const { dir } = await aStation();
    const command = 'mount -t tmpfs none "$0" && cp -r "$1" "$0/station" && mount -o remount,ro "$0" && exec "$2" "$3" station ask --dir "$0/station" --account lan today';
    const { status, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', command, tempDir(), dir, process.execPath, join(root, 'src-main/cli/tramxa.js')], { encoding: 'utf8', env: { ...process.env, TRAMXA_PASSWORD: password } });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^tramxa: the file cannot be written to \(read-only, or owned by somebody else\)/)]);
  });

  it('[DUR7] the key of another file opens nothing, and is said to be no key of this one', async () => {
    const [one, other] = [await aStation(), await aStation()];
    copyFileSync(keyringPath(other.dir), keyringPath(one.dir));
    const before = readFileSync(databaseFile(one.dir));
    const asked = await tramxa(['station', 'ask', '--dir', one.dir, '--account', 'lan', 'today']);
    expect([asked.code, asked.stderr]).toEqual([1, expect.stringMatching(/is damaged, or is not the one of this station; nothing was changed/)]);
    const page = await openPage(await serve(one.dir));
    expect((await page.mutation('session.signIn', { account: 'lan', password })).data).toEqual({ ok: false, refusals: [{ code: 'FileCorrupt' }] });
    expect(readFileSync(databaseFile(one.dir)).equals(before)).toBe(true);
  });

  it('[DUR7] a second process is refused in words while one has the file, and goes on when it ends', async () => {
    const { dir } = await aStation();
    const page = await openPage(await serve(dir));
    const work = await openWork(dir);
    const signIn = async () => (await page.mutation('session.signIn', { account: 'lan', password })).data;
    expect(await signIn()).toEqual({ ok: false, refusals: [{ code: 'FileInUse' }] });
    const asked = await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'today']);
    expect([asked.code, asked.stderr]).toEqual([1, expect.stringMatching(/another process has this station open and does not answer; end it first/)]);
    await work.close();
    expect(await signIn()).toMatchObject({ ok: true });
    // Served and open, the command goes through it.
    expect((await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'today'])).code).toBe(0);
  });

  it('[DUR8] a clock ten years behind: said, nothing written before what there is, expiry not trusted, nothing lost', async () => {
    const right = Date.now();
    let clock = right;
    const now = () => clock;
    const { dir } = await aStation({ now });
    const medicineId = 'medicines:019a0000-0000-7000-8000-000000000001';
    const before = await openWork(dir, 'lan', password, now);
    const day = new Date(right).toISOString().slice(0, 10);
    await run(before, 'registerPatient', aPerson(1));
    await run(before, 'recordVisit', aVisit(1, { occurredOn: day }));
    expect((await run(before, 'addMedicine', { id: medicineId, code: 'PARA', inn: 'Paracetamol', baseUnit: 'viên' })).ok).toBe(true);
    await before.close();

    clock = right - 10 * 365 * 24 * 3_600_000;
    const work = await openWork(dir, 'lan', password, now);
    expect(await work.ask('stationProfile', {})).toMatchObject({ answer: { clockBehind: true } });
    expect(await work.clock()).toMatchObject({ behind: true, now: new Date(clock).toISOString(), today: expect.stringMatching(new RegExp(`^${todayInUnitZone(right).slice(0, 4)}`)) as string });
    const said = await work.clock();
    expect(Date.parse(said.highestSeen)).toBeGreaterThanOrEqual(right);
    // People and visits are recorded with the highest time; goods with an expiry date are not judged by a wrong day.
    expect((await run(work, 'registerPatient', aPerson(2, { fullName: 'Trần Văn Bình' }))).ok).toBe(true);
    expect((await run(work, 'recordVisit', aVisit(2, { occurredOn: day }))).ok).toBe(true);
    for (const [operation, input] of [
      ['receiveStock', { medicineId, lotNumber: 'A1', expiresOn: '2020-01', quantityBaseUnits: 100, occurredOn: day, source: 'upperLevel' }],
      ['dispenseMedicine', { patientId: personId(1), occurredOn: day, items: [{ medicineId, quantityBaseUnits: 1 }] }],
    ] as const) expect(await run(work, operation, input)).toEqual({ ok: false, refusals: [{ code: 'ClockBehind' }] });
    const records = await Promise.all([1, 2].map(async (n) => { const got = await work.ask('patient', { id: personId(n) }); return got.ok ? got.answer as { version: string; updatedAt: string } : undefined; }));
    const [first, second] = records;
    expect([(second?.version ?? '') > (first?.version ?? 'x'), (second?.updatedAt ?? '') >= (first?.updatedAt ?? 'x')]).toEqual([true, true]);
    const copy = await work.backUp();
    expect(copy.at).toBeGreaterThanOrEqual(Math.floor(right / 1000) * 1000);
    expect(await work.verify()).toMatchObject({ ok: true, auditEvents: 5, documents: { patients: 2, encounters: 2 } });
    await work.close();
    const clockSaid = await tramxa(['station', 'clock', '--dir', dir, '--account', 'lan']);
    expect([clockSaid.code, clockSaid.stdout]).toEqual([0, expect.stringMatching(new RegExp(day.slice(0, 4)))]);
  });
});
