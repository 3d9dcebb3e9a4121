import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChild, receiveBundle, revokeDevice, writeAnswer } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { aReplicator, documentsOf } from '../../support/sync-world.ts';
import { createHubWorld, engineKinds, until } from '../../contract/hub/hub-world.ts';
import type { Credential, HubWorld } from '../../contract/hub/hub-world.ts';
import { aCarrier, proved } from './stick-world.ts';
import type { Carrier } from './stick-world.ts';

type Hub = RunningHub & { dir: string };

describe.each(engineKinds)('a stick between a station and its tiers (%s)', (engine) => {
  let world: HubWorld, district: Hub, province: Hub, credential: Credential, pc: Carrier;
  beforeEach(async () => {
    world = createHubWorld(engine);
    const central = await world.hub({ unit: 'vn', tier: 'central' });
    const provinces = await addChild({ dir: central.dir, unit: '79' });
    province = await world.hub({ unit: '79', tier: 'province', parent: central.url, parentPassword: provinces.password });
    const districts = await addChild({ dir: province.dir, unit: '769' });
    district = await world.hub({ unit: '769', tier: 'district', name: 'Quận 1', parent: province.url, parentPassword: districts.password });
    credential = await world.device(district, '25001');
    pc = aCarrier(credential);
  });
  afterEach(async () => { pc.close(); await world.end(); });

  const carry = async (from: Carrier, file?: string) => {
    const up = file ?? (await from.bundle()).file;
    const answer = from.file('down.tramxa');
    const outcome = await receiveBundle({ dir: district.dir, file: up, answer });
    return { up, answer, outcome };
  };
  const codeOf = async (work: Promise<unknown>) => work.then(() => 'none', (error: { code?: string }) => error.code);

  it('[BUN1] [BUN20] [BUN26] a station that never had a line gets the ticks of district, province and central', async () => {
    for (let n = 0; n < 40; n++) pc.save(`patients:${n}`, { fullName: `Người ${n}` });
    pc.save('patients:0', { fullName: 'Người 0', note: 'sửa' });
    const { answer, outcome } = await carry(pc);
    expect(outcome).toMatchObject({ already: false, unit: '25001', user: '25001.pc1', documents: 40, stored: 40, refused: [], savedFrom: expect.any(String) });
    expect(await pc.stick().receive(answer)).toMatchObject({ already: false, settled: 40, denied: 0, waiting: 0, from: { unit: '769', tier: 'district', name: 'Quận 1' } });
    expect(proved(pc)['769']).toEqual([40, 0]);
    await until(async () => {
      const { file } = await writeAnswer({ dir: district.dir, user: credential.user, out: pc.file('again.tramxa') });
      await pc.stick().receive(file);
      return proved(pc);
    }, (now) => JSON.stringify(now) === JSON.stringify({ 769: [40, 0], 79: [40, 0], vn: [40, 0] }), 30_000);
    expect(pc.journal.ticks(['patients:0'])[0]?.proved.map((tick) => tick.proved)).toEqual([true, true, true]);
    pc.save('patients:0', { fullName: 'Người 0', note: 'sửa nữa' });
    expect(pc.journal.ticks(['patients:0'])[0]?.proved.map((tick) => tick.proved)).toEqual([false, false, false]);
  });

  it('[BUN1] [BUN20] what the hub refuses is set aside at the station with its reason; the rest proceeds', async () => {
    pc.save('patients:1');
    pc.save('patients:2', { unit: '99999' });
    const { answer, outcome } = await carry(pc);
    expect(outcome).toMatchObject({ documents: 2, stored: 1, refused: [{ id: 'patients:2', reason: 'the unit is not this station' }] });
    expect(await pc.stick().receive(answer)).toMatchObject({ settled: 1, denied: 1, waiting: 0 });
    expect(pc.journal.denied()).toMatchObject([{ id: 'patients:2', deniedBy: '769', reason: 'forbidden: the unit is not this station', document: { unit: '99999' } }]);
    pc.save('patients:2', { unit: '25001' });
    const second = await carry(pc);
    expect(await pc.stick().receive(second.answer)).toMatchObject({ settled: 1, denied: 0 });
    expect(proved(pc)['769']).toEqual([2, 0]);
  });

  it('[BUN5] [BUN21] the same stick twice changes nothing, and a lost answer is made good by the next', async () => {
    pc.save('patients:1');
    const first = await carry(pc);
    const again = await carry(pc, first.up);
    expect(again.outcome).toMatchObject({ already: true, documents: 1, stored: 1, takenAt: first.outcome.takenAt });
    pc.save('patients:2', { unit: '99999' });
    const second = await carry(pc);
    // Neither answer of the first stick ever came back.
    expect(second.outcome).toMatchObject({ documents: 2, stored: 1 });
    expect(await pc.stick().receive(second.answer)).toMatchObject({ settled: 1, denied: 1, waiting: 0 });
    expect(pc.stick().bundles().map(({ takenAt }) => takenAt !== null)).toEqual([true, true]);
    expect(proved(pc)['769']).toEqual([1, 1]);
  });

  it('[BUN6] sticks taken in the wrong order end in the same documents', async () => {
    pc.save('patients:1', { note: 'một' });
    const first = await pc.bundle();
    pc.save('patients:1', { note: 'hai' });
    pc.save('patients:2');
    const second = await pc.bundle();
    const late = await carry(pc, second.file);
    const early = await carry(pc, first.file);
    expect(early.outcome).toMatchObject({ already: false, documents: 1, stored: 1, refused: [] });
    await pc.stick().receive(early.answer);
    expect(await codeOf(pc.stick().receive(late.answer))).toBe('BundleOld');
    expect(proved(pc)['769']).toEqual([2, 0]);
    const reader = aCarrier(await world.device(district, '25001', 'pc2'), 'pc2');
    await reader.stick().receive((await carry(reader)).answer);
    expect(documentsOf(reader, 'patients').map(({ _id, note }) => [_id, note])).toEqual([['patients:1', 'hai'], ['patients:2', undefined]]);
    reader.close();
  });

  it('[BUN22] an answer twice says so, an older one is refused; nothing changes', async () => {
    pc.save('patients:1');
    const { answer } = await carry(pc);
    const newer = await writeAnswer({ dir: district.dir, user: credential.user, out: pc.file('newer.tramxa') });
    await pc.stick().receive(newer.file);
    expect(await pc.stick().receive(newer.file)).toMatchObject({ already: true, settled: 0, pulled: 0 });
    expect(await codeOf(pc.stick().receive(answer))).toBe('BundleOld');
    expect(proved(pc)['769']).toEqual([1, 0]);
  });

  it('[BUN3] a byte changed anywhere, or a missing end, is refused and changes nothing', async () => {
    for (let n = 0; n < 20; n++) pc.save(`patients:${n}`);
    const { file } = await pc.bundle();
    const whole = readFileSync(file);
    const damaged = pc.file('damaged.tramxa');
    for (const at of [30, 200, whole.length >> 1, whole.length - 70, whole.length - 1]) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(damaged, bytes);
      expect(['BundleDamaged', 'BundleForeign', 'NotForHere']).toContain(await codeOf(receiveBundle({ dir: district.dir, file: damaged })));
    }
    for (const length of [0, 10, 400, whole.length - 1]) {
      writeFileSync(damaged, whole.subarray(0, length));
      expect(['BundleDamaged', 'BundleForeign']).toContain(await codeOf(receiveBundle({ dir: district.dir, file: damaged })));
    }
    expect(await codeOf(writeAnswer({ dir: district.dir, user: credential.user, out: damaged }))).toBe('NoBundleYet');
    const { answer } = await carry(pc, file);
    const good = readFileSync(answer);
    good[good.length >> 1] = (good[good.length >> 1] ?? 0) ^ 1;
    writeFileSync(damaged, good);
    expect(await codeOf(pc.stick().receive(damaged))).toBe('BundleDamaged');
    expect(pc.journal.waiting().count).toBe(20);
  });

  it('[BUN2] [BUN4] what is for somebody else is not opened', async () => {
    pc.save('patients:1', { fullName: 'Nguyễn Thị Không Ai Đọc' });
    const { file } = await pc.bundle();
    const outside = readFileSync(file).toString('latin1');
    expect(outside).toContain('"documents":1');
    expect(outside).not.toContain('patients');
    const { answer } = await carry(pc, file);
    const neighbour = aCarrier(await world.device(district, '25001', 'pc2'), 'pc2');
    expect(await codeOf(neighbour.stick().receive(answer))).toBe('BundleForeign');
    expect(await codeOf(pc.stick().receive(file))).toBe('BundleWrongWay');
    expect(await codeOf(receiveBundle({ dir: district.dir, file: answer }))).toBe('BundleWrongWay');
    await pc.stick().receive(answer);
    // From now on it is sealed to the hub's own key, and names the hub.
    const second = await pc.bundle();
    expect(second.header.to).toBe('769');
    expect(readFileSync(second.file).toString('latin1')).toContain('-> X25519');
    // Somebody who has not the credential cannot make a bundle in its name.
    const forger = aCarrier({ user: credential.user, password: 'guessed' }, 'pc1');
    forger.save('patients:9');
    expect(await codeOf(receiveBundle({ dir: district.dir, file: (await forger.bundle()).file }))).toBe('BundleForeign');
    writeFileSync(file, 'a letter');
    expect(await codeOf(receiveBundle({ dir: district.dir, file }))).toBe('BundleForeign');
    forger.close();
    neighbour.close();
  });

  it('[BUN9] a PC whose credential was taken back is heard no more', async () => {
    pc.save('patients:1');
    const { file } = await pc.bundle();
    await revokeDevice({ dir: district.dir, unit: '25001', device: 'pc1' });
    expect(await codeOf(receiveBundle({ dir: district.dir, file }))).toBe('DeviceRevoked');
    credential = await world.device(district, '25001');
    expect(await codeOf(receiveBundle({ dir: district.dir, file }))).toBe('BundleForeign');
  });

  it('[BUN7] several small sticks: each holds what is on none before, and says from when to when', async () => {
    for (let n = 0; n < 30; n++) pc.save(`patients:${n}`, { note: 'x'.repeat(200) });
    const sticks = [];
    for (let left = 1; left > 0; left = sticks.at(-1)?.header.left ?? 0) sticks.push(await pc.bundle({ goOn: true, maxBytes: 6000 }));
    expect(sticks.length).toBeGreaterThan(2);
    expect(sticks.reduce((sum, { header }) => sum + header.documents, 0)).toBe(30);
    for (const { header, bytes } of sticks) {
      expect(bytes).toBeLessThan(6000);
      expect(header.savedFrom && header.savedTo && header.savedFrom <= header.savedTo).toBe(true);
    }
    expect((await pc.bundle({ goOn: true })).header.documents).toBe(0);
    expect((await pc.bundle()).header.documents).toBe(30);
    for (const { file } of sticks.slice(1)) await carry(pc, file);
    const last = await writeAnswer({ dir: district.dir, user: credential.user, out: pc.file('a') });
    expect(await pc.stick().receive(last.file)).toMatchObject({ settled: 30 - (sticks[0]?.header.documents ?? 0), waiting: sticks[0]?.header.documents });
    // The first stick was lost: what it held is offered again.
    expect((await pc.bundle()).header.documents).toBe(sticks[0]?.header.documents);
  });

  it('[BUN42] what was saved together goes on one stick, whatever its databases', async () => {
    for (let n = 0; n < 12; n++) {
      const ids = [`patients:${n}`, `lots:${n}`, `patients:${n}b`];
      pc.journal.save({ documents: ids.map((id) => ({ body: pc.body(id, { note: 'x'.repeat(200) }) })), context: 'test' });
    }
    const sizes: number[] = [];
    for (let left = 1; left > 0;) {
      const { header } = await pc.bundle({ goOn: true, maxBytes: 4000 });
      sizes.push(header.documents);
      ({ left } = header);
    }
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.every((documents) => documents % 3 === 0)).toBe(true);
    expect(sizes.reduce((sum, documents) => sum + documents, 0)).toBe(36);
  });

  it('[BUN20] what other PCs wrote comes back, a branch is merged as on a line, and both PCs end equal', async () => {
    const other = aCarrier(await world.device(district, '25001', 'pc2'), 'pc2');
    pc.save('patients:1', { phone: '1', note: 'đầu' });
    await pc.stick().receive((await carry(pc)).answer);
    await other.stick().receive((await carry(other)).answer);
    expect(documentsOf(other, 'patients')).toHaveLength(1);
    pc.save('patients:1', { phone: '2', note: 'đầu' });
    other.save('patients:1', { phone: '1', note: 'đầu', allergies: ['tôm'] });
    for (const each of [pc, other, pc, other, pc, other, pc, other]) await each.stick().receive((await carry(each)).answer);
    expect(documentsOf(pc, 'patients')).toEqual(documentsOf(other, 'patients'));
    expect(documentsOf(pc, 'patients')[0]).toMatchObject({ phone: '2', allergies: ['tôm'] });
    expect(pc.journal.waiting().count + other.journal.waiting().count).toBe(0);
    other.close();
  });

  it('[BUN23] line and stick together: nothing twice, and an old answer does not take a newer state back', async () => {
    pc.save('patients:1');
    const { up, answer } = await carry(pc);
    pc.save('patients:2');
    const replicator = aReplicator(pc, { url: district.url, user: credential.user, password: credential.password });
    await replicator.exchange({ waitForProofMs: 20_000 });
    const before = proved(pc);
    expect(before['769']).toEqual([2, 0]);
    expect(await pc.stick().receive(answer)).toMatchObject({ already: false, pulled: 0 });
    expect(proved(pc)).toEqual(before);
    expect((await carry(pc, up)).outcome).toMatchObject({ already: true });
    expect((await replicator.exchange()).pushed).toBe(0);
  });

  it('[BUN25] a restored station: bundles of the former device are taken, its own too, answers for the former are not', async () => {
    pc.save('patients:1');
    const former = await pc.bundle();
    pc.reopen('pc9');
    const { answer } = await carry(pc, former.file);
    expect(await codeOf(pc.stick().receive(answer))).toBe('BundleForeign');
    pc.save('patients:2');
    const own = await carry(pc);
    expect(own.outcome).toMatchObject({ device: 'pc9', documents: 2, stored: 2 });
    await pc.stick().receive(own.answer);
    expect(proved(pc)['769']).toEqual([2, 0]);
  });
});
