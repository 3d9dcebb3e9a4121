import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningHub } from '../../../src-hub/main.ts';
import { identityOf, ifKnownHeader } from '../../../sync/index.ts';
import { aPatient, ask, createHubWorld, engineKinds, minted, until } from './hub-world.ts';
import type { Credential, HubWorld } from './hub-world.ts';

describe.each(engineKinds)('a push on condition (%s)', (engine) => {
  let world: HubWorld, hub: RunningHub & { dir: string }, pc: Credential;
  beforeAll(async () => {
    world = createHubWorld(engine);
    hub = await world.hub({ unit: '769', tier: 'district' });
    pc = await world.device(hub, '25001');
    await ask(hub.url, 'PUT', '/health-25001', { as: pc });
  });
  afterAll(() => world.end());

  it('[SYN83] is taken by the database it names alone, as far on as it says, and the answer repeats it', async () => {
    const health = '/health-25001';
    const push = (n: number, condition: string) => ask(hub.url, 'POST', `${health}/_bulk_docs`, { as: pc, body: { new_edits: false, docs: [minted(aPatient('25001', n), 1, 'a')] }, headers: { [ifKnownHeader]: condition } });
    const has = async (n: number) => (await ask(hub.url, 'GET', `${health}/${aPatient('25001', n)._id}`, { as: pc })).status === 200;
    const welcome = (await ask(hub.url, 'GET', '/')).body as { uuid: string; tramxa: { ifKnown?: boolean } };
    expect(welcome.tramxa.ifKnown).toBe(true);
    await ask(hub.url, 'POST', `${health}/_bulk_docs`, { as: pc, body: { new_edits: false, docs: [minted(aPatient('25001', 1), 1, 'a')] } });
    const facts = (await ask(hub.url, 'GET', health, { as: pc })).body as { uuid: string; instance_start_time: string; update_seq: string };
    const at = Number.parseInt(facts.update_seq, 10);
    const same = encodeURIComponent(identityOf(welcome.uuid, facts));

    // In a cluster the copy that answers may be a write behind; such a database is never sent a condition.
    const taken = await until(() => push(2, `${same} ${at}`), ({ status }) => status !== 412);
    expect([taken.status, taken.headers.get(ifKnownHeader), await has(2)]).toEqual([201, `${same} ${at}`, true]);
    for (const condition of [`${same} ${at + 1_000}`, `${encodeURIComponent(identityOf('another', facts))} 0`, `${encodeURIComponent(identityOf(welcome.uuid, { ...facts, uuid: 'made-anew' }))} 0`]) {
      const refused = await push(3, condition);
      expect([refused.status, refused.headers.get(ifKnownHeader), await has(3)]).toEqual([412, null, false]);
    }
    expect([(await push(3, 'nonsense')).status, (await push(3, '%zz 1')).status, await has(3)]).toEqual([400, 400, false]);
  });
});
