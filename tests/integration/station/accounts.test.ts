import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { initStation } from '../../../src-main/station/accounts/init-station.ts';
import { keyringPath, readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { createRecoveryCode } from '../../../src-main/station/accounts/recovery-code.ts';
import { aStation, openWork, password, tempDir } from './world.ts';

const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));

describe('accounts', () => {
  it('[ACC1] opens with the right password, however its marks are composed, and with no other', async () => {
    const { dir } = await aStation();
    const accounts = createAccounts(dir, Date.now);
    const nfc = await accounts.unlock('lan', password.normalize('NFC'));
    const nfd = await accounts.unlock(' LAN ', password.normalize('NFD'));
    expect(nfc.ok && nfd.ok && nfc.key.equals(nfd.key)).toBe(true);
    expect(await accounts.unlock('lan', `${password} `)).toMatchObject({ ok: false, refusal: { code: 'WrongPassword' } });
    expect(await accounts.unlock('mai', password)).toMatchObject({ ok: false, refusal: { code: 'UnknownAccount' } });
    const text = readFileSync(keyringPath(dir), 'utf8');
    expect(text).not.toContain(password);
    expect(nfc.ok && text.includes(nfc.key.toString('base64'))).toBe(false);
  });

  it('[ACC2] does not open an account whose role was edited in the keyring', async () => {
    const { dir } = await aStation();
    const keyring = readKeyring(dir);
    const [lan] = keyring.accounts;
    for (const edited of [{ ...lan, role: 'doctor' }, { ...lan, displayName: 'Mai' }]) {
      writeFileSync(keyringPath(dir), JSON.stringify({ ...keyring, accounts: [edited] }));
      expect(await createAccounts(dir, Date.now).unlock('lan', password)).toMatchObject({ ok: false, refusal: { code: 'WrongPassword' } });
    }
  });

  it('[ACC3] resets an account by the recovery code as people type it', async () => {
    expect(createRecoveryCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    const { dir, recoveryCode } = await aStation();
    const accounts = createAccounts(dir, Date.now);
    const sloppy = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const unlocked = await accounts.unlockWithRecoveryCode('lan', sloppy);
    if (!unlocked.ok) throw new Error('the code should open');
    await accounts.reset(unlocked.key, 'lan', 'một mật khẩu mới');
    expect((await accounts.unlock('lan', 'một mật khẩu mới')).ok).toBe(true);
    expect((await accounts.unlock('lan', password)).ok).toBe(false);
    for (let wrong = 0; wrong < 3; wrong += 1) await accounts.unlockWithRecoveryCode('lan', createRecoveryCode());
    expect(await accounts.unlockWithRecoveryCode('lan', recoveryCode)).toMatchObject({ ok: false, refusal: { code: 'TooSoon' } });
  });

  it('[ACC4] slows wrong passwords down, per account, over restarts, and never for longer than a minute', async () => {
    let now = 1_000_000;
    const { dir } = await aStation({ now: () => now });
    const accounts = () => createAccounts(dir, () => now);
    const waits: number[] = [];
    for (let failure = 0; failure < 11; failure += 1) {
      const answer = await accounts().unlock('lan', 'wrong');
      if (answer.ok || answer.refusal.code !== 'WrongPassword') throw new Error('should be looked at and wrong');
      waits.push(answer.refusal.waitMs ?? -1);
      now += answer.refusal.waitMs ?? 0;
    }
    expect(waits).toEqual([0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    now -= 30_000;
    expect(await accounts().unlock('lan', password)).toEqual({ ok: false, refusal: { code: 'TooSoon', waitMs: 30_000 } });
    now -= 10 * 365 * 86_400_000;
    expect(await accounts().unlock('lan', password)).toEqual({ ok: false, refusal: { code: 'TooSoon', waitMs: 60_000 } });
    now += 11 * 365 * 86_400_000;
    expect((await accounts().unlock('lan', password)).ok).toBe(true);
    expect(await accounts().unlock('lan', 'wrong')).toMatchObject({ refusal: { code: 'WrongPassword', waitMs: 0 } });
  });

  it('[ACC4] looks at attempts one after another, also when they come at once', async () => {
    const { dir } = await aStation();
    const accounts = createAccounts(dir, Date.now);
    const answers = await Promise.all(Array.from({ length: 8 }, () => accounts.unlock('lan', 'wrong')));
    expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'TooSoon').length).toBeGreaterThanOrEqual(4);
  });

  it('[ACC5] lets only the head add and reset accounts, and writes it into the audit chain', async () => {
    const { dir } = await aStation();
    const head = await openWork(dir);
    await head.accounts.add({ account: 'mai', role: 'pharmacist', displayName: 'Mai', password: 'mật khẩu Mai' });
    await head.close();
    const mai = await openWork(dir, 'mai', 'mật khẩu Mai');
    expect(await codeOf(mai.accounts.add({ account: 'x', role: 'head', password: 'long enough' }))).toBe('RoleNotAllowed');
    expect(await codeOf(mai.accounts.reset('lan', 'long enough'))).toBe('RoleNotAllowed');
    await mai.close();
    const again = await openWork(dir);
    await again.accounts.reset('mai', 'mật khẩu khác');
    const report = await again.verify();
    expect(report).toMatchObject({ ok: true, auditEvents: 2 });
    await again.close();
    expect((await createAccounts(dir, Date.now).unlock('mai', 'mật khẩu khác')).ok).toBe(true);
  });

  it('[ACC17] signs in with at most a second of processor time', async () => {
    const { dir } = await aStation();
    const accounts = createAccounts(dir, Date.now);
    const costs: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const before = process.cpuUsage();
      expect((await accounts.unlock('lan', password)).ok).toBe(true);
      const { user, system } = process.cpuUsage(before);
      costs.push((user + system) / 1000);
    }
    expect(Math.min(...costs)).toBeLessThan(1000);
  });

  it('[ACC6] refuses short passwords, names nobody can type and names that are taken', async () => {
    const { dir } = await aStation();
    const head = await openWork(dir);
    const add = (account: string, secret = 'long enough') => codeOf(head.accounts.add({ account, role: 'doctor', password: secret }));
    expect(await add('mai', 'short')).toBe('PasswordTooShort');
    expect(await add('Mai Lan')).toBe('InvalidAccountName');
    expect(await add('lan')).toBe('AccountExists');
    expect(await add('LAN')).toBe('AccountExists');
    expect(await add('mai')).toBe('done');
  });

  it('[ACC7] keeps its files to the owner and leaves no half-written neighbour', async () => {
    const { dir } = await aStation();
    await createAccounts(dir, Date.now).unlock('lan', 'wrong');
    const names = readdirSync(dir);
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(names).not.toContain('init-unfinished');
    if (process.platform !== 'win32') for (const name of names) expect([name, statSync(join(dir, name)).mode & 0o077]).toEqual([name, 0]);
  });

  it('[ACC9] refuses a name with control characters, of the station and of a person, and writes nothing', async () => {
    const dir = join(tempDir(), 'new');
    const init = (unitName: string, displayName?: string) => initStation({ dir, unit: '25001', unitName, now: Date.now, firstAccount: { account: 'lan', role: 'head', password, ...(displayName === undefined ? {} : { displayName }) } });
    expect(await codeOf(init('\u0001\u0002'))).toBe('InvalidUnitName');
    expect(await codeOf(init('Trạm\u0007'))).toBe('InvalidUnitName');
    expect(await codeOf(init('Trạm', 'Lan\u001b[31m'))).toBe('InvalidDisplayName');
    expect(existsSync(dir)).toBe(false);
    await init('  ');
    expect(readKeyring(dir)).toMatchObject({ unitName: '25001', accounts: [{ displayName: 'lan' }] });
  });

  it('[ACC8] makes a station in a new or empty directory or after an unfinished init, and nowhere else', async () => {
    const make = (dir: string, unit = '25001') => codeOf(initStation({ dir, unit, unitName: 'A', now: Date.now, firstAccount: { account: 'lan', role: 'head', password } }));
    const { dir } = await aStation();
    const before = readFileSync(keyringPath(dir), 'utf8');
    expect(await make(dir)).toBe('AlreadyAStation');
    expect(await make(dir, '99999')).toBe('AlreadyAStation');
    expect(readFileSync(keyringPath(dir), 'utf8')).toBe(before);

    const foreign = tempDir();
    writeFileSync(join(foreign, 'thesis.txt'), 'mine');
    expect(await make(foreign)).toBe('DirectoryNotEmpty');
    expect(readdirSync(foreign)).toEqual(['thesis.txt']);

    const unfinished = join(tempDir(), 'new');
    mkdirSync(unfinished);
    writeFileSync(join(unfinished, 'init-unfinished'), '');
    writeFileSync(join(unfinished, 'station.db'), 'half');
    expect(await make(unfinished)).toBe('done');
    expect(existsSync(join(unfinished, 'init-unfinished'))).toBe(false);
    expect((await createAccounts(unfinished, Date.now).unlock('lan', password)).ok).toBe(true);
    expect(await make(join(tempDir(), 'x'), 'Hà Nội')).toBe('InvalidUnit');
  });
});
