import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChild, receiveBundle, revokeDevice, startHub, writeAnswer } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { ask, createHubWorld, engineKinds, until } from '../../contract/hub/hub-world.ts';
import type { Credential, HubWorld } from '../../contract/hub/hub-world.ts';
import { aCarrier, proved } from './stick-world.ts';
import type { Carrier } from './stick-world.ts';

type Hub = RunningHub & { dir: string };

/** Two branches of tiers; the station's home is the district of the first. */
describe.each(engineKinds)('a stick brought to a hub that is not the home hub (%s)', (engine) => {
  let world: HubWorld, central: Hub, province: Hub, district: Hub, elsewhere: Hub, credential: Credential, pc: Carrier, elsewheres: Credential;
  beforeEach(async () => {
    world = createHubWorld(engine);
    central = await world.hub({ unit: 'vn', tier: 'central' });
    const provinces = await addChild({ dir: central.dir, unit: '79' });
    province = await world.hub({ unit: '79', tier: 'province', name: 'Sở Y tế', parent: central.url, parentPassword: provinces.password });
    const districts = await addChild({ dir: province.dir, unit: '769' });
    district = await world.hub({ unit: '769', tier: 'district', name: 'Quận 1', parent: province.url, parentPassword: districts.password });
    elsewheres = await addChild({ dir: central.dir, unit: '92' });
    elsewhere = await world.hub({ unit: '92', tier: 'province', parent: central.url, parentPassword: elsewheres.password });
    credential = await world.device(district, '25001');
    pc = aCarrier(credential);
    // The station's databases have come up: every tier knows through whom.
    await until(async () => (await ask(central.url, 'GET', '/_all_dbs', { as: provinces })).text, (names) => names.includes('health-25001'));
  });
  afterEach(async () => { pc.close(); await world.end(); });

  const keptAt = (hub: Hub) => (existsSync(join(hub.dir, 'bundles')) ? readdirSync(join(hub.dir, 'bundles')) : []);
  const codeOf = async (work: Promise<unknown>) => work.then(() => 'none', (error: { code?: string }) => error.code);
  /** What the station hears once the home hub has it: it is carried back as ever. */
  const answered = async () => {
    const { file } = await writeAnswer({ dir: district.dir, user: credential.user, out: pc.file('down.tramxa') });
    return pc.stick().receive(file);
  };
  const arrives = () => until(async () => codeOf(writeAnswer({ dir: district.dir, user: credential.user, out: pc.file('x') })), (code) => code === 'none');

  it('[BUN50] [BUN53] central keeps it, unopened, and the home hub has it by the line, two tiers below; the same stick again changes nothing', async () => {
    pc.save('patients:1', { fullName: 'Nguyễn Thị Không Ai Đọc' });
    const { file } = await pc.bundle();
    expect(await receiveBundle({ dir: central.dir, file, answer: pc.file('none') })).toMatchObject({ already: false, documents: 1, stored: 0, keptFor: { unit: '79' } });
    await arrives();
    expect(await answered()).toMatchObject({ settled: 1, denied: 0, waiting: 0 });
    expect(proved(pc)['769']).toEqual([1, 0]);
    await until(() => [central, province].flatMap(keptAt), (left) => left.length === 0);
    expect(await receiveBundle({ dir: district.dir, file })).toMatchObject({ already: true });
  });

  it('[BUN51] brought to another branch it goes up, and down to its home; while the line is away it is kept through restarts', async () => {
    pc.save('patients:1');
    const { file } = await pc.bundle();
    await central.close();
    for (let times = 0; times < 2; times++) expect(await receiveBundle({ dir: elsewhere.dir, file })).toMatchObject({ keptFor: { unit: expect.any(String) } });
    await elsewhere.close();
    expect(keptAt(elsewhere)).toHaveLength(1);
    const again = [await startHub({ dir: central.dir, port: central.port }), await startHub({ dir: elsewhere.dir })];
    try {
      await arrives();
      expect(await answered()).toMatchObject({ settled: 1, waiting: 0 });
      await until(() => [central, province, elsewhere].flatMap(keptAt), (left) => left.length === 0);
    } finally {
      for (const hub of again.reverse()) await hub.close();
    }
  });

  it('[BUN52] nobody but the hub on its way sees, reads or removes what is kept, or brings anything', async () => {
    await district.close();
    pc.save('patients:1');
    const { file } = await pc.bundle();
    await receiveBundle({ dir: province.dir, file });
    const digest = keptAt(province)[0]?.split('.')[0] ?? '';
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const strangers = [await world.device(province, '25099'), await addChild({ dir: province.dir, unit: '770' })];
    const body = { at: 0, bytes: 3, piece: 'YWJj' };
    for (const [at, as] of strangers.entries()) {
      const answers = await Promise.all([ask(province.url, 'GET', `/_tramxa/bundles/${digest}`, { as }), ask(province.url, 'DELETE', `/_tramxa/bundles/${digest}`, { as })]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
      const list = await ask(province.url, 'GET', '/_tramxa/bundles', { as });
      expect(at === 0 ? list.status : list.body).toEqual(at === 0 ? 404 : { bundles: [] });
    }
    expect((await ask(province.url, 'PUT', `/_tramxa/bundles/${digest}`, { as: strangers[0], body })).status).toBe(404);
    expect((await ask(province.url, 'GET', '/_tramxa/bundles')).status).toBe(401);
    // A child hub that brings what is no bundle, more than it says, or something of another digest, leaves nothing behind.
    for (const wrong of [body, { ...body, bytes: 2 }, { ...body, at: -1 }, { at: 0, bytes: 1e12, piece: '' }, {}]) {
      expect((await ask(province.url, 'PUT', `/_tramxa/bundles/${'a'.repeat(64)}`, { as: strangers[1], body: wrong })).status).toBeGreaterThanOrEqual(400);
    }
    expect(keptAt(province)).toEqual([`${digest}.tramxa`]);
  });

  it('[BUN10] [BUN54] what is damaged is said where the stick is; whose way nobody knows is not kept; what the home hub refuses is not kept for ever', async () => {
    pc.save('patients:1');
    const { file } = await pc.bundle();
    const whole = readFileSync(file);
    whole[whole.length - 100] = (whole[whole.length - 100] ?? 0) ^ 1;
    const damaged = pc.file('damaged');
    writeFileSync(damaged, whole);
    expect(await codeOf(receiveBundle({ dir: central.dir, file: damaged }))).toBe('BundleDamaged');
    const stranger = aCarrier({ user: '99999.pc1', password: 'of another country' }, 'pc7', '99999');
    stranger.save('patients:1');
    expect(await codeOf(receiveBundle({ dir: central.dir, file: (await stranger.bundle()).file }))).toBe('NotForHere');
    stranger.close();
    await revokeDevice({ dir: district.dir, unit: '25001', device: 'pc1' });
    await receiveBundle({ dir: province.dir, file });
    await until(() => keptAt(province), (left) => left.length === 0);
    expect([central, province, district].flatMap(keptAt)).toEqual([]);
  });
});
