import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import type { HubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import { hashPassword } from '../../../../src-hub/provisioning/password-hash.ts';
import { toSignInRefusal } from '../../../../src-hub/public/authenticate.ts';
import { createSignIn } from '../../../../src-hub/public/sign-in.ts';
import type { SignIn } from '../../../../src-hub/public/sign-in.ts';

let dir: string, book: HubBook, signIn: SignIn;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tramxa-sign-in-'));
  book = openHubBook(dir, Buffer.alloc(32, 7), Date.now);
  signIn = createSignIn(book, () => 1_800_000_000_000);
});
afterEach(() => { book.close(); rmSync(dir, { recursive: true, force: true }); });

async function addCredential(user: string, kind: 'device' | 'child'): Promise<void> {
  book.sql.run('INSERT INTO credentials (user, kind, unit, device, hash, createdAt) VALUES (?, ?, ?, ?, ?, ?)', user, kind, '25001', kind === 'device' ? 'pc1' : '', await hashPassword(`of ${user}`), '2026-11-22T00:00:00.000Z');
}
async function openSession(user: string): Promise<string> {
  const answer = await signIn.check(user, `of ${user}`);
  if (!answer.ok) throw new Error(`${user} was not let in`);
  return signIn.openSession(answer.principal);
}

it('[HUB86] [HUB26] a change of credentials ends the sessions of those that changed, and of nobody else', async () => {
  const users = ['child.769', '25001.pc1', '25001.pc2', '25001.pc3'] as const;
  for (const user of users) await addCredential(user, user.startsWith('child') ? 'child' : 'device');
  const tokens = await Promise.all(users.map(openSession));
  book.sql.run("UPDATE credentials SET revokedAt = '2026-11-22T01:00:00.000Z' WHERE user = '25001.pc1'");
  book.sql.run("UPDATE credentials SET hash = ? WHERE user = '25001.pc2'", await hashPassword('another'));
  signIn.forget();
  expect(tokens.map((token) => signIn.session(token)?.user)).toEqual(['child.769', undefined, undefined, '25001.pc3']);
  expect(await Promise.all(users.map(async (user) => (await signIn.check(user, `of ${user}`)).ok))).toEqual([true, false, false, true]);
});

it('[HUB86] of people nothing stays', async () => {
  book.sql.run("INSERT INTO accounts (account, displayName, role, unit, hash, createdAt) VALUES ('admin', 'Admin', 'administrator', 'vn', ?, '2026-11-22T00:00:00.000Z')", await hashPassword('of admin'));
  const token = await openSession('admin');
  expect(signIn.session(token)?.kind).toBe('administrator');
  signIn.forget();
  expect(signIn.session(token)).toBeUndefined();
});

it('[HUB87] those beyond what can be checked at once are told to ask again, not that their password was wrong', async () => {
  const few = createSignIn(book, () => 1_800_000_000_000, true, 2);
  const answers = await Promise.all(['25001.pc1', '25001.pc2', '25001.pc3'].map((user) => few.check(user, 'x')));
  expect(answers.map((answer) => (answer.ok ? undefined : toSignInRefusal(answer).status))).toEqual([401, 401, 503]);
  // Nobody has to wait for what others asked.
  await addCredential('25001.pc3', 'device');
  expect((await few.check('25001.pc3', 'of 25001.pc3')).ok).toBe(true);
});

it('[HUB25] many wrong passwords at one moment are no more than as many one after the other', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => signIn.check('admin', `guess ${n}`)));
  // Five were looked at; the rest heard at once that they have to wait.
  expect(answers.filter((answer) => !answer.ok && answer.waitMs > 0).length).toBeGreaterThanOrEqual(15);
});

it('[HUB25] who tries minted passwords from elsewhere does not keep the station out', async () => {
  await addCredential('25001.pc1', 'device');
  for (let n = 0; n < 8; n += 1) await signIn.check('25001.pc1', `guess ${n}`, '203.0.113.7');
  await signIn.check('minted 25001.pc1\n192.0.2.1', 'x');
  expect(await signIn.check('25001.pc1', 'of 25001.pc1', '203.0.113.7')).toMatchObject({ ok: false });
  expect(await signIn.check('25001.pc1', 'of 25001.pc1', '192.0.2.1')).toMatchObject({ ok: true });
});
