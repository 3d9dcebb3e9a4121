import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addChild, addUser, listCatalogues, publishCatalogue, publishOrg, setPublisher, showCatalogue } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import type { CatalogueChange, CataloguePage } from '../../../src-shared/contract/hub-api.ts';
import type { DiagnosisRow, NoticeRow, ReadyMedicines } from '../../../src-shared/contract/queries.ts';
import { ask, createHubWorld, until, engineKinds } from '../../contract/hub/hub-world.ts';
import type { Credential, HubWorld } from '../../contract/hub/hub-world.ts';
import { aStation, openWork } from '../station/world.ts';
import { readerPassword, signInReader, type ConsoleReader } from './console-client.ts';

type Hub = RunningHub & { dir: string };
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

describe.each(engineKinds)('catalogues that flow down (%s)', (engine) => {
  let world: HubWorld, central: Hub, district: Hub, manager: ConsoleReader, reviewer: ConsoleReader, pc: Credential;
  beforeAll(async () => {
    world = createHubWorld(engine);
    central = await world.hub({ unit: 'vn', tier: 'central' });
    const child = await addChild({ dir: central.dir, unit: '769' });
    district = await world.hub({ unit: '769', tier: 'district', parent: central.url, parentPassword: child.password });
    pc = await world.device(district, '25001');
    for (const role of ['manager', 'reviewer'] as const) await addUser({ dir: central.dir, account: role, password: readerPassword, role, unit: 'vn', passwordOnly: true });
    manager = await signInReader(central.url, 'manager');
    reviewer = await signInReader(central.url, 'reviewer');
  });
  afterAll(() => world.end());

  const publish = (catalogue: 'medicines' | 'diagnoses' | 'notices', text: string | Uint8Array, hub = central, more: { whole?: boolean } = {}) => {
    const file = join(world.dir, `${catalogue}.csv`);
    writeFileSync(file, text);
    return publishCatalogue({ dir: hub.dir, catalogue, file, ...more });
  };
  const atDistrict = (id: string) => ask(district.url, 'GET', `/reference/${encodeURIComponent(id)}`, { as: pc });

  it('[CAT2] [CAT3] [CAT4] a file is published whole or not at all, once, and only at the publisher', async () => {
    await expect(publish('medicines', 'code,inn,baseUnit\nA-1,Thuốc A,viên\nB 1,Thuốc B,viên')).rejects.toMatchObject({ code: 'BadCatalogue', message: expect.stringContaining('B 1 badCode') as string });
    await expect(publish('medicines', 'code,inn\nA-1,Thuốc A')).rejects.toMatchObject({ message: expect.stringContaining('baseUnit') as string });
    expect((await showCatalogue({ dir: central.dir, catalogue: 'medicines' })).entries).toEqual([]);
    expect(await publish('medicines', 'code,inn,baseUnit\nA-1,Thuốc A,viên\nB-1,Thuốc B,gói')).toMatchObject({ release: 1, changed: ['A-1', 'B-1'], unchanged: 0 });
    const again = await publish('medicines', 'code,inn,baseUnit\nA-1,Thuốc A,viên\nB-1,Thuốc B,gói');
    expect([again.release, again.unchanged]).toEqual([undefined, 2]);
    expect(await publish('medicines', 'code,inn,baseUnit\nA-1,Thuốc A,viên\nC-1,Thuốc C,ống', central, { whole: true })).toMatchObject({ release: 2, changed: ['C-1', 'B-1'] });
    await until(() => atDistrict('catalogue:vn:medicines:B-1'), ({ body }) => (body as { release?: number }).release === 2);
    await expect(publish('medicines', 'code,inn,baseUnit\nD-1,Thuốc D,viên', district)).rejects.toMatchObject({ code: 'NotThePublisher' });
    await setPublisher({ dir: district.dir, publishes: true });
    await expect(publish('medicines', 'code,inn,baseUnit\nA-1,Khác,viên', district)).rejects.toMatchObject({ message: expect.stringContaining('ofAnotherPublisher') as string });
    expect(await publish('medicines', 'code,inn,baseUnit\nD-1,Thuốc D,viên', district)).toMatchObject({ release: 1 });
    await setPublisher({ dir: district.dir, publishes: false });
    expect(await listCatalogues({ dir: district.dir })).toMatchObject({ publishes: false, catalogues: [{ catalogue: 'medicines', entries: 4 }, {}, {}] });
  });

  it('[CAT13] publishes no file of another encoding, of a catalogue or of units', async () => {
    const windows1258 = Buffer.concat([Buffer.from('code,title,text\nTB-9,Thu h'), Buffer.from([0xf4, 0xcc]), Buffer.from('i,x')]);
    await expect(publish('notices', windows1258)).rejects.toMatchObject({ code: 'NotUtf8', message: expect.stringContaining('CSV UTF-8') as string });
    expect((await showCatalogue({ dir: central.dir, catalogue: 'notices' })).entries).toEqual([]);
    const file = join(world.dir, 'units.json');
    writeFileSync(file, Buffer.from('[{"unit":"25001","name":"Tr\u00f3m","tier":"station","parents":[],"from":"2025-07-01"}]', 'latin1'));
    await expect(publishOrg({ dir: central.dir, file })).rejects.toMatchObject({ code: 'NotUtf8' });
  });

  it('[CAT6] [CAT8] [CAT10] [CAT12] a station uses its own lists until a release comes, and that one from then on', async () => {
    const { dir } = await aStation({ hub: { url: district.url, ...pc } });
    const work = await openWork(dir);
    const asks = async <T>(query: string, input: unknown = {}): Promise<T> => { const outcome = await work.ask(query, input); return (outcome.ok ? outcome.answer : []) as T; };
    expect((await asks<ReadyMedicines>('readyMedicines')).rows.length).toBeGreaterThan(80);
    expect((await asks<DiagnosisRow[]>('diagnosisSearch', { text: 'viem hong' }))[0]).toEqual({ icd10: 'J02', text: 'Viêm họng cấp' });
    expect(await asks('diagnosisSearch', { text: 'i10' })).toMatchObject([{ icd10: 'I10' }]);
    await publish('diagnoses', 'code,text\nZ99.1,Bệnh riêng của tỉnh\nJ02,Viêm họng cấp tính');
    await publish('notices', `code,title,text,urgent,from,to\nTB-1,Thu hồi lô A123,Ngừng dùng ngay,x,,\nTB-2,Đã qua,Cũ,,2020-01-01,2020-02-01\nTB-3,Họp giao ban,Thứ hai 8 giờ,,,`);
    // As a newer program would write: a field and a catalogue nobody here knows.
    await addUser({ dir: central.dir, account: 'admin', password: readerPassword, role: 'administrator', unit: 'vn', passwordOnly: true });
    const as = { user: 'admin', password: readerPassword };
    const stored = (await ask(central.url, 'GET', '/reference/catalogue%3Avn%3Adiagnoses%3AZ99.1', { as })).body as Record<string, unknown>;
    const newer = { ...stored, colour: 'đỏ', content: { ...(stored['content'] as object), chapter: 'XXI' }, version: `${String(stored['version'])}z`, schemaVersion: 9 };
    expect((await ask(central.url, 'POST', '/reference/_bulk_docs', { as, body: { docs: [newer, { ...newer, _id: 'catalogue:vn:vaccines:BCG', _rev: undefined, catalogue: 'vaccines', code: 'BCG' }] } })).body).toMatchObject([{ ok: true }, { ok: true }]);
    await until(() => atDistrict('catalogue:vn:vaccines:BCG'), ({ status }) => status === 200);
    await work.exchange({});
    expect(await asks('readyMedicines')).toEqual({ release: expect.any(Number) as number, rows: ['A-1', 'C-1', 'D-1'].map((code) => expect.objectContaining({ code }) as object) });
    expect(await asks('diagnosisSearch', { text: 'rieng' })).toEqual([{ icd10: 'Z99.1', text: 'Bệnh riêng của tỉnh' }]);
    expect(await asks('diagnosisSearch', { text: 'tăng huyết áp' })).toEqual([]);
    const notices = await asks<NoticeRow[]>('notices', { account: 'lan' });
    expect(notices.map(({ title, urgent }) => [title, urgent])).toEqual([['Thu hồi lô A123', true], ['Họp giao ban', false]]);
    expect(await asks('catalogues')).toMatchObject([{ catalogue: 'diagnoses', release: 1 }, { catalogue: 'medicines' }, { catalogue: 'notices', release: 1, entries: 3 }]);
    const report = await work.verify();
    expect(report.problems).toEqual([]);
    await work.close();
  });

  it('[CAT9] [CAT11] the console keeps edits until they are published together, and only from those who may', async () => {
    const entries = (show: string, catalogue = 'medicines') => manager.query<CataloguePage>('catalogues.entries', { catalogue, show });
    const stage = (given: object[], catalogue = 'medicines', by = manager) => by.tell<CatalogueChange>('catalogues.stage', { catalogue, entries: given });
    expect(await stage([{ code: 'E 1', content: { inn: 'Thuốc E', baseUnit: 'viên' } }])).toMatchObject({ ok: false, faults: [{ code: 'E 1', reason: 'badCode' }] });
    expect(await stage([{ code: 'E-1', content: { inn: 'Thuốc E', baseUnit: 'viên' } }, { code: 'A-1', content: { inn: 'Thuốc A', baseUnit: 'viên' }, from: today, to: today }])).toEqual({ ok: true, changed: 2 });
    expect(await entries('edited')).toMatchObject({ edited: 2, mayEdit: true, rows: [{ code: 'A-1', edited: 'changed' }, { code: 'E-1', edited: 'new' }] });
    expect((await showCatalogue({ dir: central.dir, catalogue: 'medicines' })).entries.map(({ code }) => code)).not.toContain('E-1');
    expect((await reviewer.raw('POST', 'catalogues.stage', { catalogue: 'medicines', entries: [{ code: 'F-1', content: {} }] })).status).toBe(403);
    expect((await reviewer.query<CataloguePage>('catalogues.entries', { catalogue: 'medicines' })).mayEdit).toBe(false);
    expect(await manager.tell('catalogues.publish', { catalogue: 'medicines', note: 'Bổ sung' })).toMatchObject({ ok: true, changed: 2 });
    expect(await entries('all')).toMatchObject({ edited: 0, release: { publishedBy: 'manager', note: 'Bổ sung' } });
    expect((await entries('inForce')).rows.map(({ code }) => code)).toEqual(['A-1', 'C-1', 'E-1']);
    expect((await manager.query<CataloguePage>('catalogues.entries', { catalogue: 'medicines', text: 'thuoc e' })).rows.map(({ code }) => code)).toEqual(['E-1']);

    const unit = (code: string, parent?: string) => ({ code, content: { name: `Đơn vị ${code}`, tier: 'station', parents: parent === undefined ? [] : [{ kind: 'professional', unit: parent, from: '2025-07-01' }] }, from: '2025-07-01' });
    expect(await stage([unit('25001', '769')], 'units')).toMatchObject({ ok: false, faults: [{ code: '25001', reason: 'unknownParent' }] });
    expect(await stage([unit('vn', '769'), unit('769', 'vn')], 'units')).toEqual({ ok: false, faults: ['vn', '769'].map((code) => ({ code, reason: 'circle', on: '2025-07-01' })) });
    expect(await stage([unit('vn'), unit('769', 'vn')], 'units')).toMatchObject({ ok: true });
    expect(await stage([unit('25001', '769')], 'units')).toMatchObject({ ok: true });
    expect(await stage([{ ...unit('25002', '769'), content: { ...unit('25002', '769').content, adminCodes: [{ code: '99999', codeSet: '2025', from: '2025-07-01' }] } }], 'units')).toMatchObject({ ok: false, faults: [{ reason: 'unknownCode' }] });
    expect(await manager.tell('catalogues.publish', { catalogue: 'units' })).toEqual({ ok: true, changed: 3 });
    await until(() => atDistrict('org:25001'), ({ status }) => status === 200);
    const below = await addUser({ dir: central.dir, account: 'below', password: readerPassword, role: 'manager', unit: '769', passwordOnly: true }).then(() => signInReader(central.url, 'below'));
    expect(await below.raw('POST', 'catalogues.publish', { catalogue: 'medicines' })).toMatchObject({ status: 412, message: 'NotThePublisher' });
  });
});
