import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { databaseFile, readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { listCopies } from '../../../src-main/station/backup/copy-folder.ts';
import { restoreStation } from '../../../src-main/station/backup/restore-station.ts';
import { openStationFile, type StationFileOptions } from '../../../src-main/station/open-station-file.ts';
import { sampleLines } from '../../../src-shared/domain/practice/sample-load-lines.ts';
import { fixtureAccount, fixtureLines, fixturePassword } from '../../fixtures/station/fixture-station.ts';
import { openPage, serve } from './door-client.ts';
import { slowSteps, withSlowMigration } from './slow-migration.ts';
import { aPerson, aStation, atEnd, openWork, password, personId, root, run, tempDir, tramxa } from './world.ts';

const fixtures = join(root, 'tests/fixtures/station');
const versions = readdirSync(fixtures).filter((name) => name.startsWith('version-'));

function aFixture(version = 'version-1'): string {
  const dir = join(tempDir(), 'station');
  cpSync(join(fixtures, version), dir, { recursive: true });
  return dir;
}
async function keyOf(dir: string): Promise<Buffer> {
  const unlocked = await createAccounts(dir, Date.now).unlock('lan', password);
  if (!unlocked.ok) throw new Error('not unlocked');
  return unlocked.key;
}
const open = async (dir: string, more: Partial<StationFileOptions> = {}) => openStationFile({ dir, key: await keyOf(dir), keyring: readKeyring(dir), now: Date.now, ...more });
const outcome = async (work: Promise<unknown>) => work.then(() => 'done', (error: Error & { code?: string }) => `${error.code ?? error.name}: ${error.message}`);
const stepsIn = (db: Awaited<ReturnType<typeof open>>) => db.store.sql.all<{ step: number }>('SELECT step FROM slow_steps ORDER BY number').map(({ step }) => step);
const everyStep = Array.from({ length: slowSteps }, (_, step) => step);

describe('changes of the file', () => {
  it.each(versions)('[MIG1] the station of %s opens, is sound, is found in, and is worked with', async (version) => {
    const dir = aFixture(version);
    const lines = [...sampleLines(fixtureLines)];
    const work = await openWork(dir, fixtureAccount, fixturePassword);
    expect(await work.verify()).toMatchObject({ ok: true, problems: [], auditEvents: lines.length, documents: { patients: fixtureLines.people, encounters: fixtureLines.checkups } });
    for (const { operation, input } of lines) {
      if (operation !== 'registerPatient') continue;
      const { id, fullName } = input as { id?: string; fullName: string };
      const found = await work.ask('patientSearch', { text: fullName });
      expect(found.ok && (found.answer as { rows: { id: string }[] }).rows.map((row) => row.id)).toContain(id);
    }
    expect(await work.ask('patientSearch', { text: '' })).toMatchObject({ answer: { people: fixtureLines.people } });
    expect(await work.ask('lotsOnHand', {})).toMatchObject({ ok: true, answer: expect.arrayContaining([expect.objectContaining({ balance: expect.any(Number) as number })]) as unknown });
    expect(await work.ask('immunizationsDue', { until: '2026-11-22' })).toMatchObject({ ok: true, answer: { until: '2026-11-22' } });
    expect((await run(work, 'registerPatient', aPerson(1))).ok).toBe(true);
    expect(await run(work, 'recordImmunization', { patientId: personId(1), vaccine: 'TT', doseNumber: 1, occurredOn: '2026-01-05', place: 'here' })).toMatchObject({ ok: true });
    expect(await work.ask('patientSearch', { text: 'Nguyễn Thị Hoà' })).toMatchObject({ answer: { people: fixtureLines.people + 1 } });
    await work.runMany(lines.map(({ key, operation, input }) => ({ key, operation, input })), (_, answer) => expect(answer).toMatchObject({ ok: true, result: { already: true } }));
    expect(await work.verify()).toMatchObject({ ok: true });
    await work.close();
    // A second opening finds nothing more to do.
    const again = await openWork(dir, fixtureAccount, fixturePassword);
    expect(await again.verify()).toMatchObject({ ok: true, auditEvents: lines.length + 2 });
  });

  it('[MIG2] [MIG5] a copy is made and read back before the change, which says how far it is; the copy is the file as it was', async () => {
    const dir = aFixture();
    const said: string[] = [];
    const db = await open(dir, { migrations: withSlowMigration(), say: ({ step, share }) => said.push(`${step} ${share}`) });
    expect(stepsIn(db)).toEqual(everyStep);
    await db.close();
    expect([said[0]?.split(' ')[0], said.indexOf('copying 1') < said.indexOf('checking 0'), said.at(-1)]).toEqual(['copying', true, 'changing 1']);
    const [copy, ...others] = listCopies(join(dir, 'backups'));
    expect([copy?.kind, others]).toEqual(['change', []]);
    const again = join(tempDir(), 'again');
    const report = await restoreStation({ from: copy?.file ?? '', dir: again, secret: { account: 'lan', password }, now: Date.now });
    expect(report.documents).toMatchObject({ patients: fixtureLines.people, encounters: fixtureLines.checkups });
    expect(await (await openWork(again)).verify()).toMatchObject({ ok: true });
    // Nothing more to do: no further copy.
    await (await open(dir, { migrations: withSlowMigration() })).close();
    expect(listCopies(join(dir, 'backups'))).toHaveLength(1);
  });

  it('[MIG2] without a copy nothing is changed', async () => {
    const dir = aFixture();
    writeFileSync(join(dir, 'backups'), 'a file where the folder should be');
    expect(await outcome(open(dir, { migrations: withSlowMigration() }))).toMatch(/^NotWritable: .*no backup was made/);
    rmSync(join(dir, 'backups'));
    const db = await open(dir);
    expect(db.store.sql.all("SELECT name FROM sqlite_master WHERE name IN ('slow_steps', 'station_migrations')").filter((row) => (row as { name: string }).name === 'slow_steps')).toEqual([]);
    await db.close();
  });

  it('[MIG3] failed or killed at any step, the next opening goes on where it was', async () => {
    const failed = aFixture();
    for (const at of [0, 7, 7, 21]) {
      expect(await outcome(open(failed, { migrations: withSlowMigration((step) => { if (step === at) throw new Error('no luck'); }) }))).toBe('Error: no luck');
    }
    const db = await open(failed, { migrations: withSlowMigration() });
    expect(stepsIn(db)).toEqual(everyStep);
    await db.close();
    // The copy is of before the change, not of its half.
    expect(listCopies(join(failed, 'backups'))).toHaveLength(2);

    const killed = aFixture();
    let rounds = 0;
    for (let ended = ''; !ended.includes('opened'); rounds += 1) {
      ended = await new Promise<string>((resolve) => {
        const child = spawn(process.execPath, [join(import.meta.dirname, 'migrating-child.ts'), killed, 'lan', password], { stdio: ['ignore', 'pipe', 'inherit'] });
        let said = '';
        child.stdout.on('data', (part: Buffer) => {
          said += part.toString();
          // Somewhere in a step, or between two.
          if ((said.match(/changing/g) ?? []).length >= 16) setTimeout(() => child.kill('SIGKILL'), rounds * 9);
        });
        child.on('close', () => resolve(said));
      });
      expect(rounds).toBeLessThan(20);
    }
    expect(rounds).toBeGreaterThan(1);
    const whole = await open(killed, { migrations: withSlowMigration() });
    expect(stepsIn(whole)).toEqual(everyStep);
    await whole.close();
  });

  it('[MIG4] a file of a newer program is refused in words, also one left half-way, and not a byte is changed', async () => {
    const dir = aFixture();
    await expect(open(dir, { migrations: withSlowMigration((step) => { if (step === 3) throw new Error('half-way'); }) })).rejects.toThrow('half-way');
    const before = readFileSync(databaseFile(dir));
    expect(await outcome(open(dir))).toMatch(/^NewerVersion: the file was written by a newer version of tramxa/);
    const served = await serve(dir);
    const page = await openPage(served);
    expect((await page.mutation('session.signIn', { account: 'lan', password })).data).toEqual({ ok: false, refusals: [{ code: 'FileNewerVersion' }] });
    await served.stop();
    const asked = await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'today']);
    expect([asked.code, asked.stderr]).toEqual([1, expect.stringMatching(/newer version of tramxa; nothing was changed/)]);
    expect(readFileSync(databaseFile(dir)).equals(before)).toBe(true);
    const db = await open(dir, { migrations: withSlowMigration() });
    expect(stepsIn(db)).toEqual(everyStep);
    await db.close();
  });

  it('[MIG6] a new file goes through every change, without a copy', async () => {
    const { dir } = await aStation();
    expect(existsSync(join(dir, 'backups'))).toBe(false);
    const numbers = (db: Awaited<ReturnType<typeof open>>) => db.store.sql.all<{ number: number }>('SELECT number FROM station_migrations WHERE done = 1 ORDER BY number').map(({ number }) => number);
    const [made, old] = [await open(dir), await open(aFixture())];
    atEnd(() => made.close());
    atEnd(() => old.close());
    const present = numbers(made);
    expect(present[0]).toBe(1);
    const tables = (db: Awaited<ReturnType<typeof open>>) => db.store.sql.all<{ sql: string }>("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'station_migrations' ORDER BY name").map(({ sql }) => sql);
    expect(tables(old)).toEqual(tables(made));
  });
});
