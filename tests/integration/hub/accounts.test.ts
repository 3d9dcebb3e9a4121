import { URI } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addChild, addUser, disableUser, enableUser, listCredentials, listUsers, rekeyUser, resetUserPassword, revokeChild, startHub } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import type { CredentialRow, HubAccountAnswer, HubAccountRow } from '../../../src-shared/contract/hub-api.ts';
import { ask, createHubWorld, type Credential, type HubWorld } from '../../contract/hub/hub-world.ts';
import { readerPassword, signInReader, type ConsoleReader } from './console-client.ts';

describe('accounts and credentials of a hub', () => {
  let world: HubWorld, hub: RunningHub & { dir: string }, admin: ConsoleReader, child: Credential;
  const add = (account: string, role: 'reviewer' | 'administrator', unit = '769') => addUser({ dir: hub.dir, account, password: readerPassword, role, unit, passwordOnly: true });
  beforeAll(async () => {
    world = createHubWorld();
    hub = await world.hub({ unit: '769', tier: 'district' });
    await add('admin', 'administrator');
    await add('hoa', 'reviewer');
    child = await addChild({ dir: hub.dir, unit: '760' });
    await world.device(hub, '25001');
    admin = await signInReader(hub.url, 'admin');
  });
  afterAll(() => world.end());
  const status = async (reader: ConsoleReader) => (await reader.raw('GET', 'stations')).status;

  it('[REV70] by command: disabled, enabled, a new password, a new authenticator; sessions end at once, and stay ended', async () => {
    const reader = await signInReader(hub.url, 'hoa');
    expect(await status(reader)).toBe(200);
    await disableUser({ dir: hub.dir, account: 'hoa' });
    expect(await status(reader)).toBe(401);
    await expect(signInReader(hub.url, 'hoa')).rejects.toThrow();
    await enableUser({ dir: hub.dir, account: 'hoa' });
    expect(await status(reader)).toBe(401);
    const again = await signInReader(hub.url, 'hoa');
    await resetUserPassword({ dir: hub.dir, account: 'hoa', password: 'một mật khẩu khác' });
    expect(await status(again)).toBe(401);
    await expect(signInReader(hub.url, 'hoa')).rejects.toThrow();
    await resetUserPassword({ dir: hub.dir, account: 'hoa', password: readerPassword });
    const { otpauth } = await rekeyUser({ dir: hub.dir, account: 'hoa' });
    await expect(signInReader(hub.url, 'hoa')).rejects.toThrow();
    const code = URI.parse(otpauth).generate();
    await rekeyUser({ dir: hub.dir, account: 'hoa' });
    await expect(signInReader(hub.url, 'hoa', { code })).rejects.toThrow();
    await expect(disableUser({ dir: hub.dir, account: 'nobody' })).rejects.toMatchObject({ code: 'NoSuchAccount' });
    await expect(resetUserPassword({ dir: hub.dir, account: 'hoa', password: 'ngắn' })).rejects.toMatchObject({ code: 'WeakPassword' });
    expect(await listUsers({ dir: hub.dir })).toMatchObject([{ account: 'admin', hasAuthenticator: false }, { account: 'hoa', hasAuthenticator: true, role: 'reviewer' }]);
  });

  it('[REV73] only for a unit that is known here; who had no authenticator is told', async () => {
    await expect(add('lost', 'reviewer', '99999')).rejects.toMatchObject({ code: 'UnknownUnit', message: expect.stringContaining('99999') as string });
    expect((await listUsers({ dir: hub.dir })).map(({ account }) => account)).not.toContain('lost');
    await add('of-child', 'reviewer', '760');
    expect(await admin.tell('accounts.add', { account: 'lost', displayName: 'x', role: 'reviewer', unit: '99999', password: readerPassword })).toMatchObject({ ok: false, refusals: [{ code: 'UnknownUnit' }] });
    expect(await rekeyUser({ dir: hub.dir, account: 'of-child' })).toMatchObject({ first: true });
    expect(await rekeyUser({ dir: hub.dir, account: 'of-child' })).not.toHaveProperty('first');
    await disableUser({ dir: hub.dir, account: 'of-child' });
  });

  it('[REV70] [REV71] in the console, for administrators of this hub only', async () => {
    const tell = (procedure: string, input: object) => admin.tell<HubAccountAnswer>(procedure, input);
    const added = await tell('accounts.add', { account: 'mai', displayName: 'Lê Mai', role: 'reviewer', unit: '769', password: readerPassword });
    expect(added).toMatchObject({ ok: true, otpauth: expect.stringMatching(/^otpauth:/) as string });
    expect(await tell('accounts.add', { account: 'mai', displayName: 'Lê Mai', role: 'reviewer', unit: '769', password: readerPassword })).toMatchObject({ ok: false, refusals: [{ code: 'AccountExists' }] });
    const code = URI.parse((added as { otpauth: string }).otpauth).generate();
    const mai = await signInReader(hub.url, 'mai', { code });
    expect((await mai.raw('GET', 'accounts.list')).status).toBe(403);
    expect(await tell('accounts.disable', { account: 'mai' })).toEqual({ ok: true });
    expect(await status(mai)).toBe(401);
    expect(await tell('accounts.disable', { account: 'admin' })).toMatchObject({ ok: false, refusals: [{ code: 'OwnAccount' }] });
    const rows = await admin.query<HubAccountRow[]>('accounts.list');
    expect(rows.find(({ account }) => account === 'mai')).toMatchObject({ disabledAt: expect.any(String) as string, hasAuthenticator: true });
    expect(JSON.stringify(rows)).not.toMatch(/argon2|secret|otpauth/i);
    expect(await tell('accounts.enable', { account: 'mai' })).toEqual({ ok: true });
    expect(await tell('accounts.rekey', { account: 'mai' })).toMatchObject({ ok: true, otpauth: expect.stringMatching(/^otpauth:/) as string });
    await add('below', 'administrator', '25001');
    const below = await signInReader(hub.url, 'below');
    expect(await below.raw('GET', 'accounts.list')).toMatchObject({ status: 412, message: 'NotOfThisHub' });
    // What ended stays ended in a hub that was started anew: its sessions are gone anyway, and so is the old password.
    await tell('accounts.reset', { account: 'below', password: 'một mật khẩu khác' });
    await hub.close();
    hub = { ...await startHub({ dir: hub.dir, port: hub.port }), dir: hub.dir };
    await expect(signInReader(hub.url, 'below')).rejects.toThrow();
    admin = await signInReader(hub.url, 'admin');
  });

  it('[REV72] the credential of a child hub and of a PC is taken back', async () => {
    expect((await ask(hub.url, 'GET', '/reference', { as: child })).status).toBe(200);
    await revokeChild({ dir: hub.dir, unit: '760' });
    expect((await ask(hub.url, 'GET', '/reference', { as: child })).status).toBe(401);
    await expect(revokeChild({ dir: hub.dir, unit: '760' })).rejects.toMatchObject({ code: 'NoSuchCredential' });
    expect(await admin.tell('credentials.revoke', { user: '25001.pc1' })).toEqual({ ok: true });
    expect(await admin.tell('credentials.revoke', { user: 'hoa' })).toMatchObject({ ok: false, refusals: [{ code: 'NoSuchCredential' }] });
    const rows = await admin.query<CredentialRow[]>('credentials.list');
    expect(rows).toEqual(await listCredentials({ dir: hub.dir }));
    expect(rows).toMatchObject([{ user: 'child.760', kind: 'child', revokedAt: expect.any(String) as string, lastContactAt: expect.any(String) as string }, { user: '25001.pc1', kind: 'device', revokedAt: expect.any(String) as string }]);
    expect(JSON.stringify(rows)).not.toMatch(/argon2/);
  });
});
