import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUpHub, startHub } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { Digest, decodeDigest } from '../../../sync/index.ts';
import { aPatient, ask, createHubWorld, engineKinds, minted, until } from '../../contract/hub/hub-world.ts';
import type { HubWorld } from '../../contract/hub/hub-world.ts';
import { findPlaintext } from '../../support/find-plaintext.ts';
import { aPerson, aStation, openWork, run } from '../station/world.ts';

const patients = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => minted(aPatient('25001', from + at), 1, String(from + at).padStart(32, 'a')));
const digestOf = (docs: { _id: string; _rev: string }[]) => { const digest = new Digest(); for (const doc of docs) digest.add(doc._id, doc._rev); return digest; };
const isSame = (digest: Digest, given: string | undefined) => { const theirs = decodeDigest(given); return theirs?.buckets.every((bucket, at) => bucket.count === digest.bucket(at).count && bucket.xor.equals(digest.bucket(at).xor)) === true; };

describe.each(engineKinds)('a hub\'s backup (%s)', (engine) => {
  let world: HubWorld;
  const running: RunningHub[] = [];
  beforeEach(() => { world = createHubWorld(engine); });
  afterEach(async () => { for (const hub of running.splice(0)) await hub.close(); await world.end(); });
  const serve = async (dir: string, port: number) => { const hub = await startHub({ dir, port }); running.push(hub); return hub; };

  it('[HUB70] is taken while records come in, holds none of their text in the clear, and opens as a hub', async () => {
    const hub = await world.hub({ unit: '769', tier: 'district' });
    const pc = await world.device(hub, '25001');
    let isDone = false;
    const sent: ReturnType<typeof patients> = [];
    const sending = (async () => {
      for (let from = 0; !isDone; from += 20) {
        const docs = patients(from, from + 20);
        expect((await ask(hub.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs } })).body).toEqual([]);
        sent.push(...docs);
      }
    })();
    await until(async () => sent.length, (count) => count >= 40, 20_000);
    const out = join(world.dir, 'copy');
    const made = await backUpHub({ dir: hub.dir, out });
    isDone = true;
    await sending;
    expect(made).toMatchObject({ out, databases: engine === 'embedded' ? 3 : 0, withKey: false, onCouchdb: engine === 'couchdb' });
    expect(readdirSync(out).sort()).toEqual(['databases', 'hub.db', 'hub.json']);
    expect(findPlaintext([out], ['Nguyễn Thị'])).toEqual([]);
    await expect(backUpHub({ dir: hub.dir, out })).rejects.toMatchObject({ code: 'BackupExists' });
    await expect(backUpHub({ dir: hub.dir, out: join(world.dir, 'none', 'copy') })).rejects.toMatchObject({ code: 'NoFolder' });
    await hub.close();
    await expect(startHub({ dir: out })).rejects.toMatchObject({ code: 'NoKey' });
    cpSync(join(hub.dir, 'hub.key'), join(out, 'hub.key'));
    const restored = await serve(out, hub.port);
    const rows = (await ask(restored.url, 'GET', '/health-25001/_all_docs?startkey="patients:"&endkey="patients;"', { as: pc })).body as { rows: { id: string }[] };
    const here = new Set(rows.rows.map(({ id }) => id));
    expect(here.size).toBeGreaterThan(0);
    // What was stored is a beginning of what was sent, whole batches of it; the receipt says exactly that.
    expect(here.size % 20).toBe(0);
    const held = sent.slice(0, here.size);
    expect(held.every(({ _id }) => here.has(_id))).toBe(true);
    await until(async () => ((await ask(restored.url, 'GET', '/health-25001/receipt:769', { as: pc })).body as { devices?: Record<string, string> }).devices?.['pc-aaaaaaaa'], (given) => isSame(digestOf(held), given), 20_000);
    expect((await ask(restored.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs: sent.slice(here.size) } })).body).toEqual([]);
    await until(async () => ((await ask(restored.url, 'GET', '/health-25001/receipt:769', { as: pc })).body as { devices?: Record<string, string> }).devices?.['pc-aaaaaaaa'], (given) => isSame(digestOf(sent), given), 20_000);
  });
});

describe('a hub put back from its backup', () => {
  let world: HubWorld;
  const running: RunningHub[] = [];
  beforeEach(() => { world = createHubWorld(); });
  afterEach(async () => { for (const hub of running.splice(0)) await hub.close(); await world.end(); });

  it('[HUB71] claims no more than its copy holds, gets from its station what was sent since, and proves it again', async () => {
    const hub = await world.hub({ unit: '769', tier: 'district' });
    const device = await world.device(hub, '25001');
    const work = await openWork((await aStation({ hub: { url: hub.url, ...device } })).dir);
    const tiers = async () => ((await work.ask('syncStatus', {})) as { answer: { tiers: { proved: number; missing: number }[]; totalOwn: number } }).answer;
    for (let n = 1; n <= 3; n += 1) await run(work, 'registerPatient', aPerson(n, { fullName: `Người ${n}` }));
    await work.exchange({ waitForProofMs: 20_000 });
    const beforeCopy = (await tiers()).totalOwn;
    const out = join(world.dir, 'copy');
    await backUpHub({ dir: hub.dir, out, withKey: true });
    for (let n = 4; n <= 9; n += 1) await run(work, 'registerPatient', aPerson(n, { fullName: `Người ${n}` }));
    await work.exchange({ waitForProofMs: 20_000 });
    const all = (await tiers()).totalOwn;
    expect((await tiers()).tiers).toMatchObject([{ proved: all, missing: 0 }]);
    await hub.close();
    rmSync(hub.dir, { recursive: true, force: true });
    const again = await startHub({ dir: out, port: hub.port });
    running.push(again);
    const claimed = async () => {
      const { devices = {} } = (await ask(again.url, 'GET', '/health-25001/receipt:769', { as: device })).body as { devices?: Record<string, string> };
      return Object.values(devices).reduce((sum, text) => sum + (decodeDigest(text)?.count() ?? 0), 0);
    };
    expect(await claimed()).toBe(beforeCopy);
    await until(async () => { await work.exchange({ waitForProofMs: 2_000 }); return (await tiers()).tiers; }, ([tier]) => tier?.missing === 0 && tier.proved === all, 40_000);
    expect(await claimed()).toBe(all);
    const rows = (await ask(again.url, 'GET', '/health-25001/_all_docs?startkey="patients:"&endkey="patients;"', { as: device })).body as { rows: unknown[] };
    expect(rows.rows).toHaveLength(9);
  });

  it('[HUB70] leaves nothing behind where the copy cannot be written', async () => {
    const hub = await world.hub({ unit: '769', tier: 'district' });
    await world.device(hub, '25001');
    rmSync(join(hub.dir, 'hub.json'));
    const out = join(world.dir, 'copy');
    await expect(backUpHub({ dir: hub.dir, out })).rejects.toThrow();
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(world.dir).filter((name) => name.includes('part'))).toEqual([]);
  });
});
