import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SessionState } from '../../../src-shared/contract/session.ts';
import type { Runtime } from '../../../src-main/station/server/runtime-file.ts';
import { openRemoteWork } from '../../../src-main/station/work/open-remote-work.ts';
import { ask, openPage, pageWith, serve, upgrade } from './door-client.ts';
import { aPerson, aStation, password, personId, tempDir, tramxa, until } from './world.ts';

const stateOf = async (page: Awaited<ReturnType<typeof openPage>>) => (await page.query('session.state')).data as SessionState;

describe('the loopback door', () => {
  it('[STA30] turns foreign hosts and origins away, on HTTP and on the upgrade', async () => {
    const { dir } = await aStation();
    const served = await serve(dir);
    const { address } = served;
    const { cookie } = await openPage(served);
    const state = (headers: Record<string, string>) => ask(address, '/trpc/session.state', { headers: { cookie, ...headers } }).then(({ status }) => status);
    const lock = (headers: Record<string, string>) => ask(address, '/trpc/session.lock', { method: 'POST', headers: { cookie, 'content-type': 'application/json', ...headers } }).then(({ status }) => status);
    expect(await state({})).toBe(200);
    expect(await state({ host: 'evil.example' })).toBe(403);
    expect(await state({ host: `localhost:${new URL(address).port}` })).toBe(403);
    expect(await state({ origin: 'http://evil.example' })).toBe(403);
    expect(await state({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await lock({ origin: address })).toBe(200);
    expect(await lock({})).toBe(403);
    expect(await lock({ origin: 'null' })).toBe(403);
    expect(await lock({ origin: 'http://127.0.0.1:1' })).toBe(403);
    expect(await upgrade(address, { cookie, origin: address })).toBe('open');
    expect(await upgrade(address, { cookie, origin: 'http://evil.example' })).toBe('403');
    expect(await upgrade(address, { cookie })).toBe('403');
    expect(await upgrade(address, { cookie, origin: address, host: 'evil.example' })).toBe('403');
    expect((await ask(address, '/', { headers: { host: 'evil.example' } })).status).toBe(403);
  });

  it('[STA40] is found again where it was after it was killed, or elsewhere where something else is there now', async () => {
    const { dir } = await aStation();
    const runtimeFile = join(dir, 'runtime.json');
    const killed = async (served: Awaited<ReturnType<typeof serve>>) => { const left = readFileSync(runtimeFile); await served.stop(); writeFileSync(runtimeFile, left); };
    const first = await serve(dir);
    await killed(first);
    const second = await serve(dir);
    expect(second.address).toBe(first.address);
    await killed(second);
    const other = await serve((await aStation()).dir, { port: Number(new URL(first.address).port) });
    const third = await serve(dir);
    expect(third.address).not.toBe(other.address);
    await third.stop();
    expect((await serve(dir)).address).not.toBe(other.address);
  });

  it('[STA31] lets one browser in by a token, once, and knows it after a restart', async () => {
    const { dir } = await aStation();
    const first = await serve(dir);
    const token = first.mintToken();
    const trade = () => ask(first.address, '/session/token', { method: 'POST', headers: { origin: first.address }, body: { token } });
    const traded = await trade();
    expect([traded.status, (await trade()).status]).toEqual([204, 403]);
    const cookie = String(traded.headers['set-cookie']?.[0]);
    expect(cookie).toMatch(/^tramxa-station-[a-z0-9]+=[\w-]{40,}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    const without = pageWith(first.address, '');
    expect((await without.query('session.state')).error?.data.code).toBe('FORBIDDEN');
    expect((await without.mutation('session.signIn', { account: 'lan', password })).error?.data.code).toBe('FORBIDDEN');
    expect(await upgrade(first.address, { origin: first.address })).toBe('403');
    await first.stop();
    const second = await serve(dir);
    expect((await pageWith(second.address, cookie.split(';')[0] ?? '').query('session.state')).status).toBe(200);
    expect(JSON.stringify(readFileSync(join(dir, 'door.json'), 'utf8'))).not.toContain(cookie.split(';')[0]?.split('=')[1]);
  });

  it('[STA32] takes no cookie of another instance', async () => {
    const [one, two] = [await serve((await aStation()).dir), await serve((await aStation({ unit: '25002' })).dir)];
    const [first, second] = [await openPage(one), await openPage(two)];
    expect(first.cookie.split('=')[0]).not.toBe(second.cookie.split('=')[0]);
    const renamed = `${second.cookie.split('=')[0]}=${first.cookie.split('=')[1]}`;
    expect((await pageWith(two.address, first.cookie).query('session.state')).status).toBe(403);
    expect((await pageWith(two.address, renamed).query('session.state')).status).toBe(403);
    expect((await pageWith(two.address, `${first.cookie}; ${second.cookie}`).query('session.state')).status).toBe(200);
    expect(await upgrade(two.address, { cookie: first.cookie, origin: two.address })).toBe('403');
  });

  it('[STA33] serves the page with its own nonce and nothing outside the screens', async () => {
    const { dir } = await aStation();
    const screens = join(tempDir(), 'renderer');
    mkdirSync(join(screens, 'assets'), { recursive: true });
    writeFileSync(join(screens, 'index.html'), '<meta name="csp-nonce" content="__NONCE__"><script nonce="__NONCE__" src="/assets/a.js"></script>');
    writeFileSync(join(screens, 'assets', 'a.js'), 'export {}');
    writeFileSync(join(screens, '..', 'secret.js'), 'no');
    const { address } = await serve(dir, { screensDirectory: screens });
    const pages = [await ask(address, '/'), await ask(address, '/people/patients:1')];
    const nonces = pages.map(({ text }) => /content="([^"]+)"/.exec(text)?.[1] ?? '');
    expect(new Set(nonces).size).toBe(2);
    for (const [n, { status, headers, text }] of pages.entries()) {
      const policy = String(headers['content-security-policy']);
      expect(status).toBe(200);
      expect(policy).toContain(`'nonce-${nonces[n]}'`);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-/);
      expect(text).not.toContain('__NONCE__');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    expect((await ask(address, '/assets/a.js')).headers['content-type']).toContain('javascript');
    for (const path of ['/../secret.js', '/%2e%2e/secret.js', '/assets/..%2f..%2fsecret.js', '/assets/%00.js', '/nowhere.js', '/%']) expect([path, (await ask(address, path)).status]).toEqual([path, 404]);
  });

  it('[STA34] is sealed, signed in, locked and sealed again', async () => {
    const { dir } = await aStation();
    const served = await serve(dir);
    const page = await openPage(served);
    const other = await openPage(served);
    expect(await stateOf(page)).toMatchObject({ state: 'sealed', unit: '25001', accounts: [{ account: 'lan', role: 'head' }] });
    expect((await page.mutation('session.signIn', { account: 'lan', password: 'nope' })).data).toMatchObject({ ok: false, refusals: [{ code: 'WrongPassword' }] });
    expect((await page.query('ask', { query: 'today', input: {} })).error?.data.code).toBe('UNAUTHORIZED');
    await page.signIn();
    expect(await stateOf(page)).toMatchObject({ state: 'signedIn', account: 'lan', role: 'head' });
    expect(await stateOf(other)).toMatchObject({ state: 'locked' });
    const live = await page.live('patientSearch', {});
    await until(() => live.answers.length === 1);
    await page.mutation('session.lock');
    expect(await live.closed).toBe(4401);
    expect(await stateOf(page)).toMatchObject({ state: 'locked' });
    expect(served.station.open()).toBeDefined();
    await page.signIn();
    await other.signIn();
    await page.mutation('session.signOut');
    expect(await stateOf(page)).toMatchObject({ state: 'locked' });
    await other.mutation('session.signOut');
    expect(await stateOf(other)).toMatchObject({ state: 'sealed' });
    expect(served.station.open()).toBeUndefined();
    await page.signIn();
    expect((await other.mutation('session.seal')).data).toMatchObject({ state: 'sealed' });
    expect((await page.query('ask', { query: 'today', input: {} })).error?.data.code).toBe('UNAUTHORIZED');
  });

  it('[STA35] locks a session nobody used', async () => {
    let now = Date.now();
    const { dir } = await aStation();
    const served = await serve(dir, { now: () => now, idleLockMinutes: 10 });
    const page = await openPage(served);
    await page.signIn();
    now += 9 * 60_000;
    await page.query('ask', { query: 'stationProfile', input: {} });
    now += 9 * 60_000;
    for (let n = 0; n < 3; n += 1) expect(await stateOf(page)).toMatchObject({ state: 'signedIn', idleLockMinutes: 10 });
    now += 2 * 60_000;
    expect(await stateOf(page)).toMatchObject({ state: 'locked' });
    expect((await page.query('ask', { query: 'stationProfile', input: {} })).error?.data.code).toBe('UNAUTHORIZED');
  });

  it('[STA37] answers refusals as values and faults by an id, and logs nothing that was typed', async () => {
    const { dir } = await aStation();
    const served = await serve(dir);
    const page = await openPage(served);
    await page.signIn();
    const run = (operation: string, input: unknown) => page.mutation('run', { operation, key: 'k', input });
    expect((await run('registerPatient', { fullName: 'Bí Mật' })).data).toMatchObject({ ok: false, refusals: [{ code: 'InvalidInput' }] });
    expect((await page.mutation('sync', { command: 'syncNow' })).data).toEqual({ ok: false, refusals: [{ code: 'NotEnrolled' }] });
    expect((await page.mutation('sync', { command: 'retryDenied', id: 'x' })).data).toMatchObject({ ok: false, refusals: [{ code: 'NotDenied' }] });
    expect((await page.query('ask', { query: 'nothing', input: {} })).error?.data.code).toBe('BAD_REQUEST');
    expect((await page.mutation('run', { nonsense: 'Bí Mật' })).error).toMatchObject({ message: 'BadRequest', data: { code: 'BAD_REQUEST' } });
    const open = served.station.needOpen();
    open.db.auditChain.next = () => { throw new Error('planted: Bí Mật in a message'); };
    const fault = await run('registerPatient', aPerson(1, { fullName: 'Bí Mật' }));
    expect(fault.error).toMatchObject({ message: 'Fault', data: { code: 'INTERNAL_SERVER_ERROR' } });
    const log = readFileSync(join(dir, 'logs', 'station.log'), 'utf8');
    expect(log).toContain(fault.error?.data.faultId);
    expect(log + JSON.stringify(fault)).not.toMatch(/Bí|Mật|planted/);
  });

  it('[STA38] keeps drafts for their author and preferences for everybody', async () => {
    const { dir } = await aStation();
    const served = await serve(dir);
    const page = await openPage(served);
    await page.signIn();
    const draft = { key: 'd1', form: 'checkup', patientId: personId(1), content: { fields: { reason: 'nửa chừng' }, title: 'x' } };
    await page.mutation('drafts.save', draft);
    await page.mutation('drafts.save', { ...draft, content: { fields: { reason: 'nửa chừng hơn' } } });
    await tramxa(['station', 'account', 'add', '--dir', dir, '--account', 'lan', '--for', 'mai', '--role', 'doctor'], { env: { TRAMXA_NEW_PASSWORD: 'mật khẩu Mai' } });
    const mai = await openPage(served);
    await mai.signIn('mai', 'mật khẩu Mai');
    expect((await mai.query('drafts.list')).data).toEqual([]);
    expect((await mai.mutation('session.preferences', { language: 'en', colorScheme: 'dark' })).data).toMatchObject({ language: 'en' });
    await page.mutation('session.seal');
    await served.stop();
    const again = await serve(dir);
    const later = await openPage(again);
    expect(await stateOf(later)).toMatchObject({ language: 'en', colorScheme: 'dark' });
    await later.signIn();
    expect((await later.query('drafts.list')).data).toMatchObject([{ key: 'd1', patientId: personId(1), content: { fields: { reason: 'nửa chừng hơn' } } }]);
    await later.mutation('drafts.discard', { key: 'd1' });
    expect((await later.query('drafts.list')).data).toEqual([]);
  });

  it('[STA39] commands that overlap leave a sealed station sealed, and the last of them seals what the last person on a screen signed out of', async () => {
    const { dir } = await aStation();
    const served = await serve(dir);
    const runtime = JSON.parse(readFileSync(join(dir, 'runtime.json'), 'utf8')) as Runtime;
    const command = () => openRemoteWork(runtime, 'lan', password);
    const [first, second] = await Promise.all([command(), command()]);
    await first.close();
    expect((await second.ask('today', {})).ok).toBe(true);
    const third = await command();
    await second.close();
    expect(served.station.open()).toBeDefined();
    await third.close();
    expect(served.station.open()).toBeUndefined();

    const page = await openPage(served);
    await page.signIn();
    const during = await command();
    await page.mutation('session.signOut');
    expect((await during.ask('today', {})).ok).toBe(true);
    await during.close();
    expect(served.station.open()).toBeUndefined();
    await served.stop();
  });

  it('[STA39] is served once; a command works through it and leaves it as it was', async () => {
    const { dir } = await aStation();
    const served = await serve(dir);
    const runtime = join(dir, 'runtime.json');
    if (process.platform !== 'win32') expect(statSync(runtime).mode & 0o777).toBe(0o600);
    await expect(serve(dir)).rejects.toMatchObject({ code: 'AlreadyServed' });
    const lines = `${JSON.stringify({ operation: 'registerPatient', input: aPerson(1) })}\n`;
    const load = () => tramxa(['station', 'load', '--dir', dir, '--account', 'lan', '-', '--json'], { stdin: lines });
    expect(JSON.parse((await load()).stdout)).toMatchObject({ ok: 1, already: 0 });
    expect(served.station.open()).toBeUndefined();
    const page = await openPage(served);
    await page.signIn();
    const live = await page.live('patient', { id: personId(1) });
    await until(() => live.answers.length === 1);
    const update = `${JSON.stringify({ operation: 'updatePatient', input: aPerson(1, { phone: '0912345678' }) })}\n`;
    await tramxa(['station', 'load', '--dir', dir, '--account', 'lan', '-'], { stdin: update });
    await until(() => (live.answers.at(-1) as { phone?: string }).phone === '0912345678');
    expect(served.station.open()).toBeDefined();
    expect(JSON.parse((await tramxa(['station', 'verify', '--dir', dir, '--account', 'lan', '--json'])).stdout)).toMatchObject({ ok: true, documents: { patients: 1 } });
    const wrong = await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'today'], { env: { TRAMXA_PASSWORD: 'sai rồi' } });
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('wrong password')]);
    const { token } = JSON.parse(readFileSync(runtime, 'utf8')) as { token: string };
    const knock = (headers: Record<string, string>) => ask(served.address, '/command/ping', { method: 'POST', headers }).then(({ status }) => status);
    expect(await Promise.all([knock({ authorization: `Bearer ${token}` }), knock({ authorization: 'Bearer no' }), knock({}), knock({ authorization: `Bearer ${token}`, origin: served.address })])).toEqual([200, 403, 403, 403]);
    await served.stop();
    expect(existsSync(runtime)).toBe(false);
  });
});
