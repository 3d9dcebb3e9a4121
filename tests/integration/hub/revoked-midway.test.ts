import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { revokeDevice } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { aPatient, ask, createHubWorld, minted } from '../../contract/hub/hub-world.ts';
import type { Credential, HubWorld } from '../../contract/hub/hub-world.ts';

let world: HubWorld, hub: RunningHub & { dir: string }, pc: Credential, other: Credential;
beforeEach(async () => {
  world = createHubWorld();
  hub = await world.hub({ unit: '769', tier: 'district' });
  [pc, other] = [await world.device(hub, '25001'), await world.device(hub, '25001', 'pc2')];
});
afterEach(() => world.end());

it('[HSP5] a device revoked while its records are on their way stores none of them', async () => {
  const document = minted(aPatient('25001', 1), 1, 'a'.repeat(32));
  const body = Buffer.from(JSON.stringify({ new_edits: false, docs: [document] }));
  // Known from before, so that its half request is let in at once.
  expect((await ask(hub.url, 'GET', '/health-25001', { as: pc })).status).toBe(200);
  const half = request(`${hub.url}/health-25001/_bulk_docs`, { method: 'POST', headers: { authorization: `Basic ${Buffer.from(`${pc.user}:${pc.password}`).toString('base64')}`, 'content-type': 'application/json', 'content-length': body.length } });
  const answered = once(half, 'response') as Promise<[IncomingMessage]>;
  half.on('error', () => undefined);
  half.write(body.subarray(0, 20));
  await pause(300);
  await revokeDevice({ dir: hub.dir, unit: '25001', device: 'pc1' });
  half.end(body.subarray(20));
  const [answer] = await answered;
  answer.resume();
  expect(answer.statusCode).toBe(401);
  expect((await ask(hub.url, 'GET', `/health-25001/${document._id}`, { as: other })).status).toBe(404);
});
