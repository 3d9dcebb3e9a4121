import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addChild, addUser, startHub } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import type { AccessRow, HubSession, StationRow, SubmittedRecord, SubmittedRow } from '../../../src-shared/contract/hub-api.ts';
import { engineKinds, aPatient, ask, createHubWorld, minted, until } from '../../contract/hub/hub-world.ts';
import type { Credential, HubWorld, Reply } from '../../contract/hub/hub-world.ts';

const encounterId = (n: number) => `encounters:019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const anEncounter = (unit: string, n: number, more: Record<string, unknown> = {}) => ({
  _id: encounterId(n), unit, device: 'pc-aaaaaaaa', kind: 'checkup', status: 'submitted', occurredOn: `2026-11-${String(10 + n)}`, submittedAt: '2026-11-22T03:00:00.000Z',
  patientId: aPatient(unit, n)._id, author: { account: 'lan', displayName: 'Bác sĩ Lan', role: 'doctor' }, conclusionClass: 'II', version: '1', schemaVersion: 1, ...more,
});
const password = 'mật khẩu dài';

describe.each(engineKinds)('the review console (%s)', (engine) => {
  let world: HubWorld, hub: RunningHub & { dir: string }, pc: Credential;
  const procedure = async (name: string, { input, cookie, post = false, headers = {} }: { input?: unknown; cookie?: string; post?: boolean; headers?: Record<string, string> } = {}): Promise<Reply & { data: unknown }> => {
    const query = !post && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
    const reply = await ask(hub.url, post ? 'POST' : 'GET', `/console/trpc/${name}${query}`, { ...(post ? { body: input ?? {} } : {}), headers: { ...(cookie ? { Cookie: cookie } : {}), ...(post ? { Origin: hub.url } : {}), ...headers } });
    return { ...reply, data: (reply.body as { result?: { data: unknown } } | undefined)?.result?.data };
  };
  const signIn = async (account: string): Promise<string> => {
    const answer = await procedure('session.signIn', { post: true, input: { account, password } });
    expect(answer.data).toMatchObject({ ok: true, session: { signedIn: true, account } });
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    await procedure('session.purpose', { post: true, cookie, input: { purpose: 'review' } });
    return cookie;
  };

  beforeAll(async () => {
    world = createHubWorld(engine);
    hub = await world.hub({ unit: '769', tier: 'district', name: 'Quận 1' });
    pc = await world.device(hub, '25001');
    const neighbour = await addChild({ dir: hub.dir, unit: '760' });
    await ask(hub.url, 'PUT', '/health-30001', { as: neighbour });
    await ask(hub.url, 'POST', '/health-30001/_bulk_docs', { as: neighbour, body: { new_edits: false, docs: [minted(anEncounter('30001', 7), 1, 'a'), minted(aPatient('30001', 7), 1, 'a')] } });
    await addUser({ dir: hub.dir, account: 'reviewer', password, role: 'reviewer', passwordOnly: true, unit: '769', displayName: 'Chị Hoa' });
    await addUser({ dir: hub.dir, account: 'reviewer760', password, role: 'reviewer', passwordOnly: true, unit: '760' });
    const docs = [
      aPatient('25001', 1, { fullName: 'Đặng Thị Ưng' }), aPatient('25001', 2, { fullName: 'Trần Văn Bảy' }), anEncounter('25001', 1), anEncounter('25001', 2, { kind: 'visit' }),
      anEncounter('25001', 3, { status: 'draft' }), { ...aPatient('25001', 1), _id: 'conflict:x', recordId: 'x' },
      { ...aPatient('25001', 1), _id: 'dispenses:019a0000-0000-7000-8000-000000000001', patientId: aPatient('25001', 1)._id, encounterId: encounterId(1), items: [{ medicineId: 'medicines:1', medicineName: 'Paracetamol' }] },
    ].map((doc) => minted(doc, 1, 'a'));
    expect((await ask(hub.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs } })).body).toEqual([]);
  });
  // Started anew meanwhile; on a CouchDB it would make its databases again.
  afterAll(async () => { await hub.close(); await world.end(); });

  it('[HUB60] shows nothing to who is not signed in', async () => {
    for (const name of ['stations', 'submitted', 'record']) expect((await procedure(name, { input: {} })).status).toBe(401);
    expect((await procedure('session.state')).data).toEqual<HubSession>({ signedIn: false, unit: '769', tier: 'district', unitName: 'Quận 1', path: [{ unit: '769', tier: 'district', name: 'Quận 1' }] });
    const wrong = await procedure('session.signIn', { post: true, input: { account: 'reviewer', password: 'wrong' } });
    expect(wrong.data).toMatchObject({ ok: false, session: { signedIn: false } });
    const statuses = [];
    for (let n = 0; n < 6; n += 1) statuses.push(((await procedure('session.signIn', { post: true, input: { account: 'nobody', password: `guess ${n}` } })).data as { waitMs?: number }).waitMs);
    expect(statuses.at(-1)).toBeGreaterThan(0);
    // Neither many requests at one moment nor many calls in one are a way round.
    const guess = (n: number) => procedure('session.signIn', { post: true, input: { account: 'somebody', password: `guess ${n}` } });
    const waits = (await Promise.all(Array.from({ length: 30 }, (_, n) => guess(n)))).map(({ data }) => (data as { waitMs?: number }).waitMs ?? 0);
    expect(waits.filter((ms) => ms > 0).length).toBeGreaterThanOrEqual(15);
    const batch = await ask(hub.url, 'POST', '/console/trpc/session.signIn,session.signIn?batch=1', { body: { 0: { account: 'nobody', password: 'x' }, 1: { account: 'nobody', password: 'y' } }, headers: { Origin: hub.url } });
    expect(batch.status).toBe(400);
  });

  it('[HUB61] lists stations with what they sent and when', async () => {
    const cookie = await signIn('reviewer');
    const rows = (await procedure('stations', { cookie })).data as StationRow[];
    expect(rows.map((row) => row.unit)).toEqual(['25001', '30001']);
    expect(rows[0]).toMatchObject({ devices: [{ device: 'pc1', lastContactAt: expect.any(String) }], submitted: 2, conflicts: 1, denied: 0, above: [], lastContactAt: expect.any(String) });
    expect(rows[0]?.documents.health).toBe(7);
  });

  it('[HUB62] lists submitted records, drafts left out, by name without tone marks', async () => {
    const cookie = await signIn('reviewer');
    const submitted = async (input: object) => (await procedure('submitted', { cookie, input })).data as { rows: SubmittedRow[]; total: number };
    expect((await submitted({ unit: '25001' })).rows.map((row) => row.recordId)).toEqual([encounterId(2), encounterId(1)]);
    expect((await submitted({})).total).toBe(3);
    expect((await submitted({ kind: 'visit' })).rows.map((row) => row.patientName)).toEqual(['Trần Văn Bảy']);
    expect((await submitted({ text: 'dang ung' })).rows).toEqual([expect.objectContaining({ patientName: 'Đặng Thị Ưng', author: 'Bác sĩ Lan', conclusionClass: 'II', bornOn: '1950' })]);
    expect(await submitted({ limit: 1, offset: 1, unit: '25001' })).toMatchObject({ total: 2, rows: [{ recordId: encounterId(1) }] });
    expect((await procedure('submitted', { cookie, input: { limit: 100_000 } })).status).toBe(400);
    await ask(hub.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs: [minted(anEncounter('25001', 4), 1, 'a')] } });
    expect((await submitted({ unit: '25001' })).total).toBe(3);
  });

  it('[HUB63] opens one record with its patient and dispenses; every opening is in the access log', async () => {
    const cookie = await signIn('reviewer');
    const record = async (unit: string, recordId: string) => (await procedure('record', { cookie, input: { unit, recordId } })).data as SubmittedRecord | null;
    expect(await record('25001', encounterId(1))).toMatchObject({
      unit: '25001', record: { _id: encounterId(1), conclusionClass: 'II' }, patient: { fullName: 'Đặng Thị Ưng' }, dispenses: [{ encounterId: encounterId(1) }], medicines: { 'medicines:1': 'Paracetamol' }, rev: '1-a',
    });
    expect(await record('25001', encounterId(3))).toBeNull();
    expect(await record('25001', aPatient('25001', 1)._id)).toBeNull();
    expect(await record('99999', encounterId(1))).toBeNull();
    await hub.close();
    const { openWorkPlace } = await import('../../../src-hub/provisioning/open-work-place.ts');
    const place = openWorkPlace(hub.dir);
    const log = place.book.sql.all('SELECT account, action, unit, recordId FROM accessEvents');
    await place.close();
    expect(log.filter(({ action }) => action === 'openRecord')).toEqual([{ account: 'reviewer', action: 'openRecord', unit: '25001', recordId: encounterId(1) }]);
    hub = { ...await startHub({ dir: hub.dir, port: hub.port }), dir: hub.dir };
  });

  it('[REV41] the access log names people only to who may open records, once the piece of work was named', async () => {
    for (const role of ['manager', 'administrator'] as const) await addUser({ dir: hub.dir, account: role, password, role, passwordOnly: true, unit: '769' });
    const names = async (cookie: string) => ((await procedure('accessLog', { cookie, input: {} })).data as { rows: AccessRow[] }).rows.filter(({ action }) => action === 'openRecord').map(({ patientName }) => patientName);
    const answer = await procedure('session.signIn', { post: true, input: { account: 'manager', password } });
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect(await names(cookie)).toEqual([undefined]);
    await procedure('session.purpose', { post: true, cookie, input: { purpose: 'inspection' } });
    expect(await names(cookie)).toEqual(['Đặng Thị Ưng']);
    expect(await names(await signIn('administrator'))).toEqual([undefined]);
  });

  it('[HUB64] a reader of a unit below sees that unit\'s stations only', async () => {
    const cookie = await signIn('reviewer760');
    expect(((await procedure('stations', { cookie })).data as StationRow[]).map((row) => row.unit)).toEqual(['30001']);
    expect(((await procedure('submitted', { cookie, input: {} })).data as { total: number }).total).toBe(1);
    expect((await procedure('record', { cookie, input: { unit: '25001', recordId: encounterId(1) } })).data).toBeNull();
  });

  it('[HUB65] takes the cookie from its own page only', async () => {
    const signedIn = await procedure('session.signIn', { post: true, input: { account: 'reviewer', password } });
    const cookie = signedIn.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(new RegExp(`^tramxa-hub-${hub.port}=.*HttpOnly; SameSite=Strict`));
    const mine = cookie.split(';')[0] ?? '';
    expect((await procedure('stations', { cookie: mine })).status).toBe(200);
    expect((await procedure('stations', { cookie: mine, headers: { Origin: 'http://evil.example' } })).status).toBe(403);
    expect((await procedure('session.signOut', { cookie: mine, post: true, headers: { Origin: 'http://127.0.0.1:1' } })).status).toBe(403);
    expect((await procedure('stations', { cookie: mine, headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
    await procedure('session.signOut', { cookie: mine, post: true });
    expect((await procedure('stations', { cookie: mine })).status).toBe(401);
  });

  it('[HUB66] serves the built page with a nonce of its own each time, and no file outside', async () => {
    const screens = join(world.dir, 'screens');
    mkdirSync(join(screens, 'assets'), { recursive: true });
    writeFileSync(join(screens, 'hub.html'), '<html><meta content="__NONCE__"></html>');
    writeFileSync(join(screens, 'assets', 'main.js'), '1');
    writeFileSync(join(world.dir, 'secret.js'), 'secret');
    await hub.close();
    hub = { ...await startHub({ dir: hub.dir, port: hub.port, screensDirectory: screens }), dir: hub.dir };
    const pages = [await ask(hub.url, 'GET', '/console/'), await ask(hub.url, 'GET', '/console/stations/25001')];
    const nonces = pages.map((page) => /content="([^"]+)"/.exec(page.text)?.[1] ?? '');
    expect(new Set(nonces).size).toBe(2);
    expect(pages[0]?.headers.get('content-security-policy')).toContain(`'nonce-${nonces[0]}'`);
    expect(pages[0]?.headers.get('content-security-policy')).not.toContain('unsafe');
    expect((await ask(hub.url, 'GET', '/console/assets/main.js')).text).toBe('1');
    for (const path of ['/console/../secret.js', '/console/%2e%2e/secret.js', '/console/..%2fsecret.js', '/console/assets/none.js']) expect((await ask(hub.url, 'GET', path)).text).not.toContain('secret');
  });
});

describe('hub verify', () => {
  it('[HUB67] compares every database with the parent and lists what differs', async () => {
    const { verifyHub } = await import('../../../src-hub/main.ts');
    const world = createHubWorld();
    try {
      const province = await world.hub({ unit: '79', tier: 'province', maxDocumentBytes: 5000 });
      const { password: child } = await addChild({ dir: province.dir, unit: '769' });
      const district = await world.hub({ unit: '769', tier: 'district', parent: province.url, parentPassword: child });
      const pc = await world.device(district, '25001');
      const docs = [minted(aPatient('25001', 1), 1, 'a'), minted(aPatient('25001', 2), 1, 'a')];
      await ask(district.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs } });
      expect(await until(() => verifyHub({ dir: district.dir }), (found) => found.ok, 15_000)).toMatchObject({ parent: province.url, problems: [], databases: expect.arrayContaining([expect.objectContaining({ database: 'health-25001', compared: 2 })]) });
      const large = minted(aPatient('25001', 3, { note: 'x'.repeat(6000) }), 1, 'a');
      await ask(district.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs: [large] } });
      const found = await verifyHub({ dir: district.dir });
      expect(found.ok).toBe(false);
      expect(found.databases.find((one) => one.database === 'health-25001')).toMatchObject({ missingAboveCount: 1, missingAbove: [{ id: large._id, rev: '1-a' }] });
      await district.close();
      expect((await verifyHub({ dir: district.dir })).ok).toBe(false);
      await province.close();
      await expect(verifyHub({ dir: district.dir })).rejects.toMatchObject({ code: 'ParentAway' });
    } finally {
      await world.end();
    }
  });
});
