import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChild, startHub } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { Digest, decodeDigest } from '../../../sync/index.ts';
import { engineKinds, aPatient, ask, createHubWorld, minted, until } from '../../contract/hub/hub-world.ts';
import type { Credential, HubWorld } from '../../contract/hub/hub-world.ts';

type Hub = RunningHub & { dir: string };
type Receipt = { devices: Record<string, string>; publishedAt: string; refusedAbove?: { unit: string; records: { id: string; rev: string; reason: string }[] } };

const rev = (n: number) => `1-${String(n).padStart(32, 'a')}`;
const patients = (unit: string, from: number, to: number, more: Record<string, unknown> = {}) =>
  Array.from({ length: to - from }, (_, at) => minted(aPatient(unit, from + at, more), 1, rev(from + at).slice(2)));

describe.each(engineKinds)('three tiers (%s)', (engine) => {
  let world: HubWorld, central: Hub, province: Hub, district: Hub, pc: Credential;
  beforeEach(async () => {
    world = createHubWorld(engine);
    central = await world.hub({ unit: 'vn', tier: 'central' });
    const provinces = await addChild({ dir: central.dir, unit: '79' });
    province = await world.hub({ unit: '79', tier: 'province', parent: central.url, parentPassword: provinces.password });
    const districts = await addChild({ dir: province.dir, unit: '769' });
    district = await world.hub({ unit: '769', tier: 'district', parent: province.url, parentPassword: districts.password });
    pc = await world.device(district, '25001');
  });
  afterEach(() => world.end());

  const send = async (docs: object[], database = 'health-25001') =>
    expect((await ask(district.url, 'POST', `/${database}/_bulk_docs`, { as: pc, body: { new_edits: false, docs } })).body).toEqual([]);
  const receipt = async (unit: string, database = 'health-25001') => (await ask(district.url, 'GET', `/${database}/receipt:${unit}`, { as: pc })).body as Receipt;
  /** What a tier has proved of a device, as the station reads it at its own hub. */
  const proves = (digest: Digest, device = 'pc-aaaaaaaa') => (given: Receipt) => {
    const theirs = decodeDigest(given.devices?.[device]);
    return theirs !== undefined && theirs.buckets.every((bucket, at) => bucket.count === digest.bucket(at).count && bucket.xor.equals(digest.bucket(at).xor));
  };
  const digestOf = (docs: { _id: string; _rev: string }[]) => { const digest = new Digest(); for (const doc of docs) digest.add(doc._id, doc._rev); return digest; };

  it('[RCP1] [HUB40] what a device sends reaches every tier, and each tier\'s receipt comes down to it', async () => {
    const docs = patients('25001', 0, 700);
    await send(docs);
    for (const unit of ['769', '79', 'vn']) await until(() => receipt(unit), proves(digestOf(docs)), 60_000);
    const { body } = await ask(district.url, 'GET', '/');
    await until(async () => (await ask(district.url, 'GET', '/')).body, (welcome) => (welcome as { tramxa: { path: unknown[] } }).tramxa.path.length === 3);
    expect(body).toMatchObject({ tramxa: { path: expect.arrayContaining([{ unit: '769', tier: 'district' }]) } });
  });

  it('[RCP2] tombstones and branches are counted like every leaf, by the device that wrote them', async () => {
    const [first, second, third] = patients('25001', 0, 3);
    if (!first || !second || !third) throw new Error('three are made');
    await send([first, second, third]);
    const gone = { _id: second._id, _rev: '2-dead', _deleted: true, _revisions: { start: 2, ids: ['dead', second._rev.slice(2)] } };
    const branch = minted(aPatient('25001', 0, { device: 'pc-bbbbbbbb' }), 1, 'f'.repeat(32));
    const newer = minted(aPatient('25001', 2, { note: 'x' }), 2, 'c', [third._rev.slice(2)]);
    await send([gone, branch, newer]);
    await until(() => receipt('vn'), proves(digestOf([first, newer])), 60_000);
    await until(() => receipt('vn'), proves(digestOf([branch]), 'pc-bbbbbbbb'));
    await until(() => receipt('vn'), proves(digestOf([gone]), ''));
  });

  it('[RCP3] a receipt never goes up, and is written only when what it says has changed', async () => {
    const docs = patients('25001', 0, 3);
    await send(docs);
    await until(() => receipt('vn'), proves(digestOf(docs)), 60_000);
    const before = await receipt('vn');
    const atCentral = await addChildReader(central);
    const ids = ((await ask(central.url, 'GET', '/health-25001/_all_docs', { as: atCentral })).body as { rows: { id: string }[] }).rows.map((row) => row.id);
    expect(ids.filter((id) => id.startsWith('receipt:'))).toEqual(['receipt:vn']);
    await send(docs);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await receipt('vn')).publishedAt).toBe(before.publishedAt);
  });

  it('[RCP4] a hub started anew goes on where it was and says the same', async () => {
    const docs = patients('25001', 0, 300);
    await send(docs);
    await until(() => receipt('769'), proves(digestOf(docs)));
    await district.close();
    const { port } = district;
    const again = await startHub({ dir: district.dir, port });
    try {
      const more = patients('25001', 300, 310);
      await send(more);
      await until(() => receipt('769'), proves(digestOf([...docs, ...more])));
      await until(() => receipt('vn'), proves(digestOf([...docs, ...more])), 60_000);
    } finally {
      await again.close();
    }
  });

  it('[HUB41] a parent that comes back is caught up', async () => {
    const docs = patients('25001', 0, 50);
    await send(docs);
    await until(() => receipt('79'), proves(digestOf(docs)), 60_000);
    await province.close();
    const more = patients('25001', 50, 400);
    await send(more);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const again = await startHub({ dir: province.dir, port: province.port });
    try {
      // What a busy machine needs for the work itself; that the parent is looked at within ten seconds is another test's.
      await until(() => receipt('79'), proves(digestOf([...docs, ...more])), 60_000);
      await until(() => receipt('vn'), proves(digestOf([...docs, ...more])), 60_000);
    } finally {
      await again.close();
    }
  });

  it('[HUB42] catalogues and reviews made above come down', async () => {
    const { addUser } = await import('../../../src-hub/main.ts');
    await addUser({ dir: central.dir, account: 'admin', password: 'mật khẩu dài', role: 'administrator', passwordOnly: true, unit: 'vn' });
    await ask(central.url, 'PUT', '/reference/org:25001', { as: { user: 'admin', password: 'mật khẩu dài' }, body: { name: 'Trạm Bến Nghé' } });
    await until(async () => (await ask(district.url, 'GET', '/reference/org:25001', { as: pc })).status, (status) => status === 200, 60_000);
  });
});

/** The province's own credential at central, made anew to look around with. */
async function addChildReader(central: Hub): Promise<Credential> {
  const { addUser } = await import('../../../src-hub/main.ts');
  await addUser({ dir: central.dir, account: 'looks', password: 'mật khẩu dài', role: 'administrator', passwordOnly: true, unit: 'vn' });
  return { user: 'looks', password: 'mật khẩu dài' };
}

describe('a parent that refuses', () => {
  it('[HUB43] [RCP5] keeps what was refused, lets the rest through and names it in the receipt until it is taken', async () => {
    const world = createHubWorld();
    try {
      const province = await world.hub({ unit: '79', tier: 'province', maxDocumentBytes: 5000 });
      const { password } = await addChild({ dir: province.dir, unit: '769' });
      const district = await world.hub({ unit: '769', tier: 'district', parent: province.url, parentPassword: password });
      const pc = await world.device(district, '25001');
      const receipt = async () => (await ask(district.url, 'GET', '/health-25001/receipt:769', { as: pc })).body as Receipt;
      const large = minted(aPatient('25001', 1, { note: 'x'.repeat(6000) }), 1, 'a');
      const small = patients('25001', 2, 20);
      expect((await ask(district.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs: [large, ...small] } })).body).toEqual([]);
      const named = await until(receipt, (given) => given.refusedAbove !== undefined, 20_000);
      expect(named.refusedAbove).toEqual({ unit: '79', records: [{ id: large._id, rev: large._rev, reason: expect.stringContaining('document_too_large') }] });
      const atProvince = await world.device(province, '1').catch(() => undefined);
      expect(atProvince).toBeDefined();
      const shorter = minted(aPatient('25001', 1, { note: 'ngắn' }), 2, 'b', ['a']);
      expect((await ask(district.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs: [shorter] } })).body).toEqual([]);
      await until(receipt, (given) => given.refusedAbove === undefined, 20_000);
      await until(async () => (await ask(district.url, 'GET', '/health-25001/receipt:79', { as: pc })).body as Receipt, (given) => decodeDigest(given.devices?.['pc-aaaaaaaa'])?.count() === 19, 20_000);
    } finally {
      await world.end();
    }
  });

  it('[HUB44] goes to the parent named later, without a restart', async () => {
    const { setParent } = await import('../../../src-hub/main.ts');
    const world = createHubWorld();
    try {
      const province = await world.hub({ unit: '79', tier: 'province' });
      const district = await world.hub({ unit: '769', tier: 'district' });
      const pc = await world.device(district, '25001');
      const docs = patients('25001', 0, 5);
      await ask(district.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs } });
      const child = await addChild({ dir: province.dir, unit: '769' });
      await setParent({ dir: district.dir, url: province.url, ...child });
      await until(async () => (await ask(district.url, 'GET', '/health-25001/receipt:79', { as: pc })).status, (status) => status === 200, 20_000);
    } finally {
      await world.end();
    }
  });
});
