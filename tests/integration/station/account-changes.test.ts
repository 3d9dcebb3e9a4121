import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { createAccountChanges } from '../../../src-main/station/accounts/account-changes.ts';
import { readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { openStationFile } from '../../../src-main/station/open-station-file.ts';
import { aStation, atEnd, openWork, password, tempDir } from './world.ts';

/** What happens at the next replacement of a keyring, the first `let` of them left alone. */
const planted = vi.hoisted(() => ({ at: undefined as 'before' | 'after' | undefined, code: 'ENOSPC', let: 0, calls: 0 }));
vi.mock('../../../src-main/station/accounts/write-file-durably.ts', async (original) => {
  const real = await original<typeof import('../../../src-main/station/accounts/write-file-durably.ts')>();
  return {
    ...real,
    writeFileDurably(...given: Parameters<typeof real.writeFileDurably>) {
      planted.calls += 1;
      const strikes = planted.at !== undefined && given[0].endsWith('keyring.json') && planted.calls > planted.let;
      const failure = () => Object.assign(new Error('planted'), { code: planted.code });
      if (strikes && planted.at === 'before') throw failure();
      real.writeFileDurably(...given);
      if (strikes) throw failure();
    },
  };
});
beforeEach(() => { Object.assign(planted, { at: undefined, code: 'ENOSPC', let: 0, calls: 0 }); });
const plant = (what: Partial<typeof planted>) => { Object.assign(planted, { calls: 0, ...what }); };

const lan = { account: 'lan', displayName: 'Lan', role: 'head' as const };
const mai = { account: 'mai', role: 'doctor' as const, displayName: 'Mai', password: 'mật khẩu Mai' };

async function signedIn(dir: string) {
  const accounts = createAccounts(dir, Date.now);
  const unlocked = await accounts.unlock('lan', password);
  if (!unlocked.ok) throw new Error('not unlocked');
  const { key } = unlocked;
  const db = await openStationFile({ dir, key, keyring: accounts.keyring(), now: Date.now, reserveBytes: 0 });
  let open = true;
  const close = async () => { if (open) { open = false; await db.close(); } };
  atEnd(close);
  /** Whose account was changed, how and by whom, as the chain says. */
  const audited = () => [...db.store.iterate('auditEvents')].map(({ operation, recordIds, account }) => `${String(account)} ${String(operation)} ${String(recordIds)}`).sort();
  return { accounts, key, db, close, audited, changes: createAccountChanges({ accounts, person: lan, db, key }) };
}

describe('a change of an account is all or nothing', () => {
  it('[ACC19] where the keyring cannot be written nothing was changed, the audit says nothing, and nothing is left beside it', async () => {
    const { dir, recoveryCode } = await aStation();
    const { accounts, changes, audited, key } = await signedIn(dir);
    await changes.add(mai);
    const before = readKeyring(dir);
    const all = [() => changes.add({ ...mai, account: 'binh' }), () => changes.reset('mai', 'mật khẩu khác'), () => changes.disable('mai'), () => changes.forget('mai'), () => changes.changePassword(password, 'mật khẩu mới'), () => changes.renewRecoveryCode()];
    plant({ at: 'before' });
    for (const change of all) await expect(change()).rejects.toThrow('planted');
    plant({ at: undefined });
    expect([readKeyring(dir), audited()]).toEqual([before, ['lan addAccount account:mai']]);
    expect(await accounts.unlockWithRecoveryCode('lan', recoveryCode)).toMatchObject({ ok: true, key });
  });

  it('[ACC19] where the chain takes no event just then, the change stands and is answered, and the next opening says who did what', async () => {
    const { dir } = await aStation();
    const { changes, db, close } = await signedIn(dir);
    await changes.add(mai);
    db.store.commit = () => { throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' }); };
    Object.assign(db.journal, { save: () => { throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' }); } });
    await changes.reset('mai', 'mật khẩu khác');
    await changes.disable('mai');
    const { recoveryCode } = await changes.renewRecoveryCode();
    expect(readKeyring(dir).toAudit.map(({ operation, by }) => [operation, by?.account])).toEqual([['resetAccount', 'lan'], ['disableAccount', 'lan'], ['renewRecoveryCode', 'lan']]);
    await close();
    await (await openWork(dir)).close();
    const again = await signedIn(dir);
    expect(again.audited()).toEqual(['lan addAccount account:mai', 'lan disableAccount account:mai', 'lan renewRecoveryCode account:lan', 'lan resetAccount account:mai']);
    expect([readKeyring(dir).toAudit, (await again.accounts.unlockWithRecoveryCode('lan', recoveryCode)).ok]).toEqual([[], true]);
  });

  it.each(['before', 'after'] as const)('[ACC19] killed %s a replacement of the keyring, the audit agrees with what it says', async (at) => {
    const { dir } = await aStation();
    for (const skipped of [0, 1]) {
      const { changes, close } = await signedIn(dir);
      // The first replacement is the change itself, the second one takes the note out.
      plant({ at, code: 'KILLED', let: skipped });
      await changes.add({ ...mai, account: `mai${skipped}` }).catch(() => undefined);
      plant({ at: undefined });
      await close();
      await (await openWork(dir)).close();
      const { audited, close: end } = await signedIn(dir);
      const there = readKeyring(dir).accounts.some(({ account }) => account === `mai${skipped}`);
      expect([there, readKeyring(dir).toAudit]).toEqual([at === 'after' || skipped === 1, []]);
      expect(audited().filter((event) => event.endsWith(`mai${skipped}`))).toHaveLength(there ? 1 : 0);
      await end();
    }
  });

  it('[ACC20] the recovery code on paper opens until the new one was shown, whatever came between', async () => {
    const { dir, recoveryCode } = await aStation();
    const { accounts, changes } = await signedIn(dir);
    const opens = async (code: string) => (await createAccounts(dir, Date.now).unlockWithRecoveryCode('lan', code)).ok;
    await changes.renewRecoveryCode();
    expect(await opens(recoveryCode)).toBe(true);
    const renewed = await changes.renewRecoveryCode();
    expect([await opens(recoveryCode), await opens(renewed.recoveryCode)]).toEqual([true, true]);
    await changes.recoveryCodeShown();
    expect([accounts.keyring().formerRecovery, await opens(recoveryCode), await opens(renewed.recoveryCode)]).toEqual([undefined, false, true]);
  });
});

const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=65536 none /tmp']).status === 0;

it.skipIf(!canMount)('[ACC21] on a full disk accounts are still changed, from the room kept; without that room nothing is changed', () => {
  const command = 'mount -t tmpfs -o size=24000000 none "$0" && exec "$1" "$2" "$0"';
  const { status, stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', command, tempDir(), process.execPath, join(import.meta.dirname, 'full-disk-accounts.ts')], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual({
    free: 0, changes: ['done', 'done', 'done', 'done', 'done', 'done'], recordsAfter: 'DiskFull', newCode: true, newPassword: true,
    without: ['ENOSPC', 'ENOSPC'], unchanged: true, stillOpens: true, wrongPassword: 'WrongPassword',
    audited: ['addAccount', 'addAccount', 'changePassword', 'disableAccount', 'forgetAccount', 'renewRecoveryCode', 'resetAccount'], left: [],
  });
});

it('[ACC7] a keyring that did not get whole onto the disk leaves no neighbour', async () => {
  const { dir } = await aStation();
  const { writeFileDurably } = await vi.importActual<typeof import('../../../src-main/station/accounts/write-file-durably.ts')>('../../../src-main/station/accounts/write-file-durably.ts');
  const before = readdirSync(dir);
  // A folder in the place of the file: the replacement is what fails.
  expect(() => { writeFileDurably(join(dir, '..', 'station'), 'x'); }).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect([readdirSync(dir), readdirSync(join(dir, '..'))]).toEqual([before, ['station']]);
});
