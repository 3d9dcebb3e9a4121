import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDevice, addUser, initHub, makeEnrolment, recoverStation, startHub } from '../../../src-hub/main.ts';
import { readRows } from '../../../src-main/cli/verbs/hub-enrol.ts';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { initStation } from '../../../src-main/station/accounts/init-station.ts';
import { keyringPath, readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { openRecoveryFile } from '../../../src-main/station/accounts/open-recovery-file.ts';
import { openEnrolment } from '../../../src-main/station/first-start/open-enrolment.ts';
import { serveDirectory } from '../../../src-main/station/server/serve-directory.ts';
import { runRekey } from '../../../src-main/station/work/run-rekey.ts';
import { practicePassword } from '../../../src-shared/domain/practice/practice-unit.ts';
import { freePort } from '../../../scripts/starting/free-port.ts';
import { ask, openPage, pageWith, type Page } from './door-client.ts';
import { aStation, atEnd, openWork, password, tempDir, tramxa, until } from './world.ts';

const adminPassword = 'mat khau cua huyen';
const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));

/** A hub with TLS by a certificate nobody else knows. */
async function aHub(): Promise<{ dir: string; url: string; certificate: string; start(): Promise<void> }> {
  const place = tempDir();
  const dir = join(place, 'hub');
  await initHub({ dir, unit: '769', tier: 'district', name: 'Trung tâm Y tế Quận', port: 0 });
  await addUser({ dir, account: 'quantri', password: adminPassword, role: 'administrator', unit: '769', passwordOnly: true });
  const [cert, key] = [join(place, 'c.pem'), join(place, 'k.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'], { stdio: 'ignore' });
  const certificate = readFileSync(cert, 'utf8');
  const port = await freePort();
  return {
    dir, url: `https://localhost:${port}`, certificate,
    async start() {
      const hub = await startHub({ dir, port, tls: { cert: certificate, key: readFileSync(key, 'utf8') } });
      atEnd(() => hub.close());
    },
  };
}

async function firstStart(dir: string) {
  const served = await serveDirectory({ dir, port: 0, now: Date.now });
  atEnd(() => served.close());
  return { served, page: await openPage(served) };
}
/** Whether the station answers where the first start did. */
const isTakenOver = async (page: Page): Promise<boolean> => {
  const answer = await page.query('session.state').catch(() => undefined);
  return answer?.status === 200 && (answer.data as { state: string }).state !== 'new';
};
const first = { unit: '25001', unitName: 'Trạm Y tế xã An Bình', account: 'lan', displayName: 'Lan', password };

describe('first start', () => {
  it('[ACC14] makes the station once, then serves it at the same address to the same browser', async () => {
    const dir = join(tempDir(), 'station');
    const { served, page } = await firstStart(dir);
    expect((await page.query('session.state')).data).toMatchObject({ state: 'new', accounts: [] });
    expect((await pageWith(served.address, '').query('firstStart.state')).status).toBe(403);
    expect((await ask(served.address, '/trpc/firstStart.makePractice', { method: 'POST', headers: { origin: 'http://evil.example', cookie: page.cookie }, body: {} })).status).toBe(403);
    const units = (await page.query('firstStart.units')).data as { code: string; name: string; province: string }[];
    expect(units.length).toBe(3321);
    expect(units).toContainEqual({ code: '00004', name: 'Phường Ba Đình', province: 'Thành phố Hà Nội' });
    expect((await page.mutation('firstStart.makeStation', { ...first, password: 'ngắn' })).data).toMatchObject({ ok: false, refusals: [{ code: 'PasswordTooShort' }] });
    expect(existsSync(keyringPath(dir))).toBe(false);
    await page.mutation('session.preferences', { language: 'en' });
    const both = await Promise.all([page.mutation('firstStart.makeStation', first), page.mutation('firstStart.makeStation', first)]);
    const answers = both.map(({ data }) => data as { ok: boolean; recoveryCode?: string });
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const code = answers.find(({ ok }) => ok)?.recoveryCode ?? '';
    expect((await page.query('session.state')).data).toMatchObject({ state: 'new' });
    await page.mutation('firstStart.finish');
    await until(() => isTakenOver(page));
    expect((await page.query('session.state')).data).toMatchObject({ state: 'sealed', unit: '25001', unitName: first.unitName, language: 'en', accounts: [{ account: 'lan', role: 'head' }] });
    await page.signIn('lan', password);
    await served.close();
    expect((await createAccounts(dir, Date.now).unlockWithRecoveryCode('lan', code)).ok).toBe(true);
    const again = await serveDirectory({ dir, port: 0, now: Date.now });
    atEnd(() => again.close());
    expect((await (await openPage(again)).query('session.state')).data).toMatchObject({ state: 'sealed' });
  });

  it('[ACC22] a recovery code nobody typed back is told to the head until another one is on paper', async () => {
    const dir = join(tempDir(), 'station');
    const { page } = await firstStart(dir);
    await page.mutation('firstStart.makeStation', first);
    // The window was closed, or loaded again, before the code was on paper.
    await page.mutation('firstStart.finish', { codeKept: false });
    await until(() => isTakenOver(page));
    expect((await page.query('session.state')).data).not.toHaveProperty('recoveryUnseen');
    await page.signIn('lan', password);
    expect((await page.query('session.state')).data).toMatchObject({ state: 'signedIn', recoveryUnseen: true });
    await page.mutation('accounts.add', { account: 'thu', displayName: 'Thu', role: 'healthWorker', password });
    await page.signIn('thu', password);
    expect((await page.query('session.state')).data).not.toHaveProperty('recoveryUnseen');
    await page.signIn('lan', password);
    await page.mutation('accounts.renewRecoveryCode');
    expect((await page.query('session.state')).data).toMatchObject({ recoveryUnseen: true });
    await page.mutation('accounts.recoveryCodeShown');
    expect((await page.query('session.state')).data).not.toHaveProperty('recoveryUnseen');
  });

  it('[ACC22] a code typed back is on paper', async () => {
    const dir = join(tempDir(), 'station');
    const { page } = await firstStart(dir);
    await page.mutation('firstStart.makeStation', first);
    expect(readKeyring(dir).recoveryUnseen).toBe(true);
    await page.mutation('firstStart.finish', { codeKept: true });
    await until(() => isTakenOver(page));
    expect(readKeyring(dir).recoveryUnseen).toBeUndefined();
  });

  it('[ACC18] is shown once: a second one of the same folder is refused, and the command prints a new address of the first; one that was killed is nothing', async () => {
    const dir = join(tempDir(), 'station');
    const { served, page } = await firstStart(dir);
    expect((await page.query('firstStart.state')).data).toMatchObject({ dir });
    await expect(serveDirectory({ dir, port: 0, now: Date.now })).rejects.toMatchObject({ code: 'AlreadyServed', facts: { address: served.address } });
    const second = await tramxa(['station', 'serve', '--dir', `${dir}/`]);
    expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining(`${served.address}/#token=`) as string });
    const token = /#token=(\S+)/.exec(second.stdout)?.[1];
    const trade = () => fetch(`${served.address}/session/token`, { method: 'POST', headers: { origin: served.address, 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
    expect([(await trade()).status, (await trade()).status]).toEqual([204, 403]);
    await served.close();
    writeFileSync(`${dir}.first-start`, JSON.stringify({ address: 'http://127.0.0.1:9', name: 'x'.repeat(27) }));
    const again = await firstStart(dir);
    expect((await again.page.mutation('firstStart.makeStation', first)).data).toMatchObject({ ok: true });
    await again.page.mutation('firstStart.finish');
    await until(() => isTakenOver(again.page));
    expect(existsSync(`${dir}.first-start`)).toBe(false);
  });

  it('[ACC14] is not offered where something else lies, and not by the command where nothing is', async () => {
    const foreign = tempDir();
    writeFileSync(join(foreign, 'thesis.txt'), 'mine');
    expect(await codeOf(serveDirectory({ dir: foreign, port: 0, now: Date.now }))).toBe('NotAStation');
    expect(await tramxa(['station', 'serve', '--dir', join(foreign, 'nowhere')])).toMatchObject({ code: 1, stderr: expect.stringContaining('no directory') as string });
    expect(readdirSync(foreign)).toEqual(['thesis.txt']);
  });

  it('[ACC16] practises beside the real folder, with invented people, and can never send them', async () => {
    const dir = join(tempDir(), 'station');
    const { served, page } = await firstStart(dir);
    // The page may have been loaded anew while it was made: whoever asks waits for the same one.
    const pressed = [page.mutation('firstStart.makePractice'), page.mutation('firstStart.makePractice')];
    expect((await Promise.all(pressed)).map(({ data }) => data)).toEqual([{ ok: true }, { ok: true }]);
    expect((await page.mutation('firstStart.makePractice')).data).toEqual({ ok: true });
    await page.mutation('firstStart.finish');
    await until(() => isTakenOver(page));
    expect((await page.query('session.state')).data).toMatchObject({ state: 'sealed', practice: true });
    await served.close();
    expect(existsSync(dir)).toBe(false);
    const work = await openWork(`${dir}-tap-thu`, 'hoa', practicePassword);
    expect(await work.ask('today', {})).toMatchObject({ ok: true });
    expect(await codeOf(work.enrol({ url: 'http://127.0.0.1:1', user: 'x', password: 'y' }))).toBe('PracticeNeverSyncs');
    await work.close();
    const hub = join(tempDir(), 'hub');
    await initHub({ dir: hub, unit: '769', tier: 'district', port: 0 });
    expect(await codeOf(addDevice({ dir: hub, unit: 'tapthu', device: 'pc1' }))).toBe('BadUnit');
    expect(await codeOf(initStation({ dir: join(tempDir(), 'x'), unit: 'tapthu', unitName: 'X', now: Date.now, firstAccount: { account: 'a', role: 'head', password } }))).toBe('PracticeNeverSyncs');
    const again = await firstStart(dir);
    expect((await again.page.query('firstStart.state')).data).toMatchObject({ practiceExists: true });
    expect((await again.page.mutation('firstStart.makeStation', first)).data).toMatchObject({ ok: true });
    const real = await openWork(dir);
    expect(await real.verify()).toMatchObject({ ok: true, auditEvents: 0 });
  });

  it('[ACC15] joins the tier above by a file and its PIN, over TLS with the hub\'s own certificate', async () => {
    const hub = await aHub();
    const { file, pin } = await makeEnrolment({ dir: hub.dir, unit: '25001', unitName: first.unitName, device: 'pc1', address: hub.url, certificate: hub.certificate });
    expect(file).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
    expect(pin).toMatch(/^\d{4}-\d{4}$/);
    expect(await codeOf(openEnrolment('hello', pin))).toBe('NotAnEnrolment');
    const { page, served } = await firstStart(join(tempDir(), 'station'));
    expect((await page.mutation('firstStart.readEnrolment', { file, pin: '1' })).data).toMatchObject({ ok: false, refusals: [{ code: 'WrongPin' }] });
    expect((await page.mutation('firstStart.readEnrolment', { file, pin: pin.replace('-', ' ') })).data).toMatchObject({ ok: true, unit: '25001', hubName: 'Trung tâm Y tế Quận' });
    expect((await page.mutation('firstStart.makeStation', { ...first, unit: '25002', enrolment: { file, pin } })).data).toMatchObject({ ok: false, refusals: [{ code: 'EnrolmentOfOtherUnit', unit: '25001' }] });
    expect((await page.mutation('firstStart.makeStation', { ...first, enrolment: { file, pin } })).data).toMatchObject({ ok: true });
    await hub.start();
    const dir = ((await page.query('firstStart.state')).data as { dir: string }).dir;
    await served.close();
    const work = await openWork(dir);
    expect(await work.exchange({})).toMatchObject({ denied: 0 });
  });

  it('[ACC15] joins a station that works already, by its head, and leaves its key with the tier', async () => {
    const hubDir = join(tempDir(), 'hub');
    await initHub({ dir: hubDir, unit: '769', tier: 'district', port: 0 });
    const { file, pin } = await makeEnrolment({ dir: hubDir, unit: '25001', unitName: 'A', device: 'pc1', address: 'http://127.0.0.1:9' });
    const { dir } = await aStation();
    const served = await serveDirectory({ dir, port: 0, now: Date.now });
    atEnd(() => served.close());
    const [head, nurse] = [await openPage(served), await openPage(served)];
    expect((await head.mutation('accounts.joinTier', { file, pin })).error?.data.code).toBe('UNAUTHORIZED');
    await head.signIn('lan', password);
    await head.mutation('accounts.add', { account: 'mai', displayName: 'Mai', role: 'healthWorker', password: 'mot cau cua mai' });
    await nurse.signIn('mai', 'mot cau cua mai');
    expect((await nurse.mutation('accounts.joinTier', { file, pin })).data).toMatchObject({ ok: false, refusals: [{ code: 'RoleNotAllowed' }] });
    expect((await nurse.query('accounts.list')).data).toEqual([]);
    expect((await head.mutation('accounts.joinTier', { file, pin })).data).toMatchObject({ ok: true, unit: '25001' });
    expect(readKeyring(dir).escrow).toMatchObject({ hub: '769', sealed: { recipient: expect.stringMatching(/^age1/) as string } });
    await head.mutation('accounts.disable', { account: 'mai' });
    expect((await nurse.query('session.state')).data).toMatchObject({ state: 'locked' });
  });

  it('[ACC15] reads a list of units as spreadsheets write it', () => {
    expect(readRows('\uFEFFmã;tên\r\n25001;Trạm An Bình\r\n25002;"Trạm; số 2";pc2\r\n\r\n')).toEqual([{ unit: '25001', name: 'Trạm An Bình', device: 'pc1' }, { unit: '25002', name: 'Trạm; số 2', device: 'pc2' }]);
    expect(() => readRows('25001,A\nHà Nội,B')).toThrow(/line 2/);
  });
});

describe('the tier above', () => {
  it('[SEC6] recovers a station whose passwords and code are lost: for an administrator of its unit, with a reason that is logged first', async () => {
    const hub = await aHub();
    const { file: enrolment, pin } = await makeEnrolment({ dir: hub.dir, unit: '25001', unitName: 'A', device: 'pc1', address: hub.url });
    const opened = await openEnrolment(enrolment, pin);
    const dir = join(tempDir(), 'station');
    await initStation({ dir, unit: '25001', unitName: 'A', now: Date.now, hub: opened.hub, escrow: { hub: opened.hubUnit, recipient: opened.escrow ?? '' }, firstAccount: { account: 'lan', role: 'head', password } });
    await runRekey({ dir, account: 'lan', password, now: Date.now });
    const keyring = readKeyring(dir);
    const { box = '', recipient, voucher } = keyring.escrow?.sealed ?? { recipient: '', voucher: '' };
    const blob = { unit: '25001', device: keyring.device, hub: '769', box, recipient, voucher };
    const request = { dir: hub.dir, account: 'quantri', password: adminPassword, reason: 'Trưởng trạm nghỉ việc, mất giấy', blob };
    expect(await codeOf(recoverStation({ ...request, password: 'sai' }))).toBe('NotAllowed');
    expect(await codeOf(recoverStation({ ...request, reason: ' ' }))).toBe('BadInput');
    expect(await codeOf(recoverStation({ ...request, blob: { ...blob, unit: '25002' } }))).toBe('EscrowDamaged');
    const { file, code } = await recoverStation(request);
    expect(await codeOf(openRecoveryFile(keyring, file, code.replace(/^..../, 'ZZZZ')))).toBe('WrongRecoveryCode');
    const other = await aStation();
    expect(await codeOf(openRecoveryFile(readKeyring(other.dir), file, code))).toBe('RecoveryOfOtherStation');
    const recovery = join(tempDir(), 'recovery.age');
    writeFileSync(recovery, file);
    const reset = await tramxa(['station', 'account', 'reset', '--dir', dir, '--account', 'lan', '--recovery-file', recovery, '--json'], { env: { TRAMXA_RECOVERY_CODE: code.toLowerCase(), TRAMXA_NEW_PASSWORD: 'mật khẩu mới' } });
    expect(reset).toMatchObject({ code: 0 });
    const work = await openWork(dir, 'lan', 'mật khẩu mới');
    // The re-key and the reset.
    expect(await work.verify()).toMatchObject({ ok: true, auditEvents: 2 });
    expect(readKeyring(dir).toAudit).toEqual([]);
  });
});
