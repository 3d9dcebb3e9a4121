import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { databaseFile, readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { writeAuditNotes } from '../../../src-main/station/accounts/write-audit-notes.ts';
import { openStationFile } from '../../../src-main/station/open-station-file.ts';
import { openPage, serve } from './door-client.ts';
import { aFile, aStation, openWork, tramxa } from './world.ts';

const newPassword = 'mật khẩu mới';

async function keyOf(dir: string, secret = newPassword): Promise<Buffer> {
  const unlocked = await createAccounts(dir, Date.now).unlock('lan', secret);
  if (!unlocked.ok) throw new Error('not unlocked');
  return unlocked.key;
}
const openFile = async (dir: string) => openStationFile({ dir, key: await keyOf(dir), keyring: readKeyring(dir), now: Date.now });

/** Resets in the chain, as the file says without any program of ours writing notes first. */
async function resetsIn(dir: string) {
  const db = await openFile(dir);
  try {
    return [...db.store.iterate('auditEvents')].map(({ operation, recordIds, account, createdAt }) => ({ operation, recordIds, account, createdAt }));
  } finally {
    await db.close();
  }
}
const byCode = { operation: 'resetByCode', recordIds: ['account:lan'], account: 'lan', createdAt: expect.any(String) as string };
const reset = (dir: string, code: string) => tramxa(['station', 'account', 'reset', '--dir', dir, '--account', 'lan', '--json'], { env: { TRAMXA_RECOVERY_CODE: code, TRAMXA_NEW_PASSWORD: newPassword } });

it('[SEC9] the command writes who was reset by the recovery code into the audit chain at once', async () => {
  const { dir, recoveryCode } = await aStation();
  expect((await reset(dir, recoveryCode)).code).toBe(0);
  expect([await resetsIn(dir), readKeyring(dir).toAudit]).toEqual([[byCode], []]);
  const work = await openWork(dir, 'lan', newPassword);
  expect(await work.verify()).toMatchObject({ ok: true, auditEvents: 1 });
});

it('[SEC9] a file that does not open just then is written to when it does, with the time of the reset', async () => {
  const { dir, recoveryCode } = await aStation();
  const whole = aFile('whole.db', readFileSync(databaseFile(dir)));
  writeFileSync(databaseFile(dir), 'no database any more');
  const ran = await reset(dir, recoveryCode);
  expect([ran.code, ran.stderr]).toEqual([0, expect.stringMatching(/the audit chain will say so at the next opening: the encrypted file is damaged/)]);
  for (const left of ['-wal', '-shm']) rmSync(`${databaseFile(dir)}${left}`, { force: true });
  copyFileSync(whole, databaseFile(dir));
  const [note] = readKeyring(dir).toAudit;
  const work = await openWork(dir, 'lan', newPassword);
  await work.close();
  expect(await resetsIn(dir)).toEqual([{ ...byCode, createdAt: note?.at }]);
});

it('[SEC9] killed between chain and keyring, it is written once', async () => {
  const { dir, recoveryCode } = await aStation();
  const accounts = createAccounts(dir, Date.now);
  const unlocked = await accounts.unlockWithRecoveryCode('lan', recoveryCode);
  if (!unlocked.ok) throw new Error('the code should open');
  await accounts.reset(unlocked.key, 'lan', 'một mật khẩu khác', { operation: 'resetByCode' });
  await accounts.reset(unlocked.key, 'lan', newPassword, { operation: 'resetByTier' });
  const db = await openFile(dir);
  await expect(writeAuditNotes(db, { keyring: accounts.keyring, dropAuditNotes: () => Promise.reject(new Error('killed')) })).rejects.toThrow('killed');
  await db.close();
  expect(readKeyring(dir).toAudit).toHaveLength(2);
  const work = await openWork(dir, 'lan', newPassword);
  expect(await work.verify()).toMatchObject({ ok: true, auditEvents: 2 });
  await work.close();
  expect([(await resetsIn(dir)).map(({ operation }) => operation), readKeyring(dir).toAudit]).toEqual([['resetByCode', 'resetByTier'], []]);
});

it('[SEC9] so does the sign-in page, sealed or open', async () => {
  const { dir, recoveryCode } = await aStation();
  const served = await serve(dir);
  const page = await openPage(served);
  const resetOnPage = async (wanted: string) => (await page.mutation('accounts.resetByCode', { account: 'lan', code: recoveryCode, newPassword: wanted })).data;
  expect(await resetOnPage('một mật khẩu khác')).toMatchObject({ ok: true });
  expect(readKeyring(dir).toAudit).toEqual([]);
  expect((await page.mutation('session.signIn', { account: 'lan', password: 'một mật khẩu khác' })).data).toMatchObject({ ok: true });
  expect(await resetOnPage(newPassword)).toMatchObject({ ok: true });
  await served.stop();
  expect(await resetsIn(dir)).toEqual([byCode, byCode]);
});
