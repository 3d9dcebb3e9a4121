import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { chooseCipher } from '../../../src-main/station/accounts/choose-cipher.ts';
import { initStation } from '../../../src-main/station/accounts/init-station.ts';
import { aboutAccount, aboutRecovery, databaseFile, keyringPath, readKeyring, writeKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { openKeyHolder } from '../../../src-main/station/accounts/key-holder.ts';
import { wrapKey } from '../../../src-main/station/accounts/key-wrapping.ts';
import { normalizeRecoveryCode } from '../../../src-main/station/accounts/recovery-code.ts';
import { rekeyStation } from '../../../src-main/station/accounts/rekey-station.ts';
import { inspectStationFile } from '../../../src-main/station/db/station-file.ts';
import { runRekey } from '../../../src-main/station/work/run-rekey.ts';
import { aStation, openWork, password, tempDir } from './world.ts';

const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
const keyOf = async (dir: string, account = 'lan', secret = password): Promise<Buffer> => {
  const unlocked = await createAccounts(dir, Date.now).unlock(account, secret);
  if (!unlocked.ok) throw new Error(unlocked.refusal.code);
  return unlocked.key;
};
const withAccount = async (dir: string, account = 'mai'): Promise<void> => {
  const head = await openWork(dir);
  await head.accounts.add({ account, role: 'doctor', displayName: 'Mai', password: 'mật khẩu Mai' });
  await head.close();
};

describe('accounts and their way to the key', () => {
  it('[ACC10] changes one\'s own password with the present one only, and writes who did', async () => {
    const { dir } = await aStation();
    await withAccount(dir);
    const mai = await openWork(dir, 'mai', 'mật khẩu Mai');
    expect(await codeOf(mai.accounts.changePassword('không phải', 'mật khẩu mới'))).toBe('WrongPassword');
    expect(await codeOf(mai.accounts.changePassword('mật khẩu Mai', 'ngắn'))).toBe('PasswordTooShort');
    await mai.accounts.changePassword('mật khẩu Mai', 'mật khẩu mới');
    expect((await mai.verify()).auditEvents).toBe(2);
    await mai.close();
    const accounts = createAccounts(dir, Date.now);
    expect(await accounts.unlock('mai', 'mật khẩu Mai')).toMatchObject({ ok: false });
    expect((await accounts.unlock('mai', 'mật khẩu mới')).ok).toBe(true);
  });

  it('[ACC11] a disabled account opens nothing, not even with the keyring edited, and opens again as it was', async () => {
    const { dir } = await aStation();
    await withAccount(dir);
    const head = await openWork(dir);
    await head.accounts.disable('mai');
    const accounts = createAccounts(dir, Date.now);
    expect(await accounts.unlock('mai', 'mật khẩu Mai')).toMatchObject({ refusal: { code: 'AccountDisabled' } });
    expect(accounts.list().map((a) => a.account)).toEqual(['lan']);
    const keyring = readKeyring(dir);
    writeKeyring(dir, { ...keyring, accounts: keyring.accounts.map(({ disabled: _, ...a }) => a) });
    expect(await accounts.unlock('mai', 'mật khẩu Mai')).toMatchObject({ refusal: { code: 'WrongPassword' } });
    await head.accounts.enable('mai');
    expect((await accounts.unlock('mai', 'mật khẩu Mai')).ok).toBe(true);
    expect(await codeOf(head.accounts.disable('lan'))).toBe('OwnAccount');
    expect(await codeOf(head.accounts.forget('LAN'))).toBe('OwnAccount');
    await head.close();
    const mai = await openWork(dir, 'mai', 'mật khẩu Mai');
    for (const forbidden of [mai.accounts.disable('lan'), mai.accounts.enable('lan'), mai.accounts.forget('lan'), mai.accounts.renewRecoveryCode()]) expect(await codeOf(forbidden)).toBe('RoleNotAllowed');
    await mai.close();
  });

  it('[ACC12] forgets an account: nothing of its key is left, and its name is given to nobody else', async () => {
    const { dir } = await aStation();
    await withAccount(dir);
    const { wrapped, sealed } = readKeyring(dir).accounts[1] ?? {};
    const head = await openWork(dir);
    await head.accounts.forget('mai');
    const text = readFileSync(keyringPath(dir), 'utf8');
    for (const part of [wrapped?.box, sealed?.box, sealed?.recipient]) expect(text).not.toContain(part);
    expect(readKeyring(dir).forgotten).toMatchObject([{ account: 'mai', displayName: 'Mai' }]);
    expect(await codeOf(head.accounts.add({ account: 'mai', role: 'doctor', password: 'long enough' }))).toBe('AccountNameUsed');
    expect(await createAccounts(dir, Date.now).unlock('mai', 'mật khẩu Mai')).toMatchObject({ refusal: { code: 'UnknownAccount' } });
    expect((await head.verify()).ok).toBe(true);
    await head.close();
  });

  it('[ACC13] a new recovery code ends the former one', async () => {
    const { dir, recoveryCode } = await aStation();
    const head = await openWork(dir);
    const renewed = await head.accounts.renewRecoveryCode();
    await head.accounts.recoveryCodeShown();
    await head.close();
    const accounts = createAccounts(dir, Date.now);
    expect(await accounts.unlockWithRecoveryCode('lan', recoveryCode)).toMatchObject({ ok: false });
    expect((await accounts.unlockWithRecoveryCode('lan', renewed.recoveryCode)).ok).toBe(true);
  });

  it('[SEC1] opens a keyring of format 1 and brings each account up to date as it signs in', async () => {
    const { dir, recoveryCode } = await aStation();
    const key = await keyOf(dir);
    const now = readKeyring(dir);
    const [lan] = now.accounts;
    if (!lan) throw new Error('no account');
    const { sealed: _, ...account } = { ...lan, wrapped: await wrapKey(key, password, aboutAccount(now, lan)) };
    const { recoverySealed: __, cipher: ___, database: ____, forgotten: _____, ...rest } = now;
    writeFileSync(keyringPath(dir), JSON.stringify({ ...rest, formatVersion: 1, accounts: [account], recovery: await wrapKey(key, normalizeRecoveryCode(recoveryCode), aboutRecovery(now)) }));
    expect(await codeOf(rekeyStation({ dir, key }))).toBe('AccountsToRenew');
    expect((await createAccounts(dir, Date.now).unlockWithRecoveryCode('lan', recoveryCode)).ok).toBe(true);
    expect((await keyOf(dir)).equals(key)).toBe(true);
    expect(readKeyring(dir).accounts[0]?.sealed?.recipient).toMatch(/^age1/);
    expect((await keyOf(dir)).equals(key)).toBe(true);
  });
});

/** Runs `tramxa station rekey` and kills it as soon as it says this step. */
function killAt(dir: string, seen: string): Promise<void> {
  const command = join(import.meta.dirname, '../../../src-main/cli/tramxa.js');
  const child = spawn(process.execPath, [command, 'station', 'rekey', '--dir', dir, '--account', 'lan'], { env: { ...process.env, TRAMXA_PASSWORD: password }, stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.on('data', (text: Buffer) => { if (text.toString().includes(seen)) child.kill('SIGKILL'); });
  return new Promise((resolve) => { child.once('exit', () => resolve()); });
}

describe('a new key for the whole file', () => {
  it('[SEC2] leaves passwords and recovery code as they are, takes the key away from whoever was forgotten, and removes the old file', async () => {
    const { dir, recoveryCode } = await aStation();
    await withAccount(dir);
    const kept = join(tempDir(), 'keyring-of-before.json');
    copyFileSync(keyringPath(dir), kept);
    const head = await openWork(dir);
    await head.accounts.forget('mai');
    await head.close();
    const before = inspectStationFile(databaseFile(dir), await keyOf(dir)).documents;
    const steps: string[] = [];
    await runRekey({ dir, account: 'lan', password, now: Date.now, tell: (step) => steps.push(step) });
    expect(steps).toEqual(['copying', 'rekeying', 'checking', 'switching', 'removing']);
    expect(readdirSync(dir).filter((name) => name.startsWith('station.db') && !name.startsWith('station.db.2'))).toEqual([]);
    const after = inspectStationFile(databaseFile(dir), await keyOf(dir)).documents;
    expect(after).toEqual({ ...before, auditEvents: 3 });
    expect((await createAccounts(dir, Date.now).unlockWithRecoveryCode('lan', recoveryCode)).ok).toBe(true);
    const former = JSON.parse(readFileSync(kept, 'utf8')) as ReturnType<typeof readKeyring>;
    const mai = former.accounts[1];
    const opened = mai && await openKeyHolder(mai, 'mật khẩu Mai', aboutAccount(former, mai));
    if (!opened?.key) throw new Error('the keyring of before should open');
    expect(() => inspectStationFile(databaseFile(dir), opened.key as Buffer)).toThrow();
    const again = await openWork(dir);
    expect(await again.verify()).toMatchObject({ ok: true, auditEvents: 3 });
    await again.close();
  });

  it('[SEC3] changes the cipher, which is recorded, and opens with it again', async () => {
    const { dir } = await aStation();
    expect(readKeyring(dir).cipher).toBe('aegis');
    await runRekey({ dir, account: 'lan', password, cipher: 'chacha20', now: Date.now });
    expect(readKeyring(dir).cipher).toBe('chacha20');
    const work = await openWork(dir);
    expect((await work.verify()).ok).toBe(true);
    await work.close();
    const key = await keyOf(dir);
    expect(() => inspectStationFile(databaseFile(dir), key, 'aegis')).toThrow();
  });

  it('[SEC3] is made with the cipher asked for, or with chacha20 where AES has no instructions', async () => {
    const dir = join(tempDir(), 'made');
    await initStation({ dir, unit: '25001', unitName: 'A', now: Date.now, cipher: 'chacha20', firstAccount: { account: 'lan', role: 'head', password } });
    const work = await openWork(dir);
    await work.close();
    expect(readKeyring(dir).cipher).toBe('chacha20');
    expect(chooseCipher((algorithm) => (algorithm === 'aes-256-gcm' ? 12 : 3))).toBe('chacha20');
    expect(chooseCipher((algorithm) => (algorithm === 'aes-256-gcm' ? 1.2 : 1))).toBe('aegis');
    // Somebody else had the processor during all tries of AES but one.
    let tried = 0;
    expect(chooseCipher((algorithm) => (algorithm === 'aes-256-gcm' ? ((tried += 1) === 5 ? 1 : 40) : 1))).toBe('aegis');
  });

  it('[SEC4] gives the new key to no public key that somebody wrote into the keyring by hand', async () => {
    const { dir } = await aStation();
    await withAccount(dir);
    const other = await aStation();
    const stranger = readKeyring(other.dir).accounts[0]?.sealed;
    const keyring = readKeyring(dir);
    const text = readFileSync(keyringPath(dir), 'utf8');
    writeKeyring(dir, { ...keyring, accounts: keyring.accounts.map((a) => (a.account === 'mai' && a.sealed && stranger ? { ...a, sealed: { ...a.sealed, recipient: stranger.recipient } } : a)) });
    const changed = readFileSync(keyringPath(dir), 'utf8');
    expect(changed).not.toBe(text);
    expect(await codeOf(rekeyStation({ dir, key: await keyOf(dir) }))).toBe('KeyringTampered');
    expect(readFileSync(keyringPath(dir), 'utf8')).toBe(changed);
  });

  it('[SEC5] removes what a killed run left, and the file still opens after a kill at any step', async () => {
    for (const step of ['copying', 'rekeying', 'checking', 'switching', 'removing'] as const) {
      const { dir } = await aStation();
      const killed = runRekey({ dir, account: 'lan', password, now: Date.now, tell: (at) => { if (at === step) throw new Error(`killed at ${step}`); } });
      await expect(killed).rejects.toThrow();
      if (step === 'copying') writeFileSync(join(dir, 'station.db.unfinished'), randomBytes(5000));
      const work = await openWork(dir);
      expect([step, (await work.verify()).ok]).toEqual([step, true]);
      await work.close();
      if (step === 'removing') expect(existsSync(join(dir, 'station.db'))).toBe(false);
      await runRekey({ dir, account: 'lan', password, now: Date.now });
      const named = databaseFile(dir);
      expect(readdirSync(dir).filter((name) => /^station\.db(\.\w+)?$/.test(name))).toEqual([named.slice(dir.length + 1)]);
      expect(existsSync(named)).toBe(true);
    }
  });

  it('[SEC5] survives kill -9 of the command at any step', async () => {
    const { dir } = await aStation();
    for (const seen of ['1/5', '2/5', '3/5', '4/5', '5/5']) {
      await killAt(dir, seen);
      const work = await openWork(dir);
      expect([seen, (await work.verify()).ok]).toEqual([seen, true]);
      await work.close();
    }
    expect(readdirSync(dir)).not.toContain('station.db.unfinished');
    expect(readdirSync(dir)).not.toContain('station.db');
  });

  it('[SEC2] only the head may', async () => {
    const { dir } = await aStation();
    await withAccount(dir);
    expect(await codeOf(runRekey({ dir, account: 'mai', password: 'mật khẩu Mai', now: Date.now }))).toBe('RoleNotAllowed');
  });
});
