import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addChild, revokeChild, startHub } from '../../../src-hub/main.ts';
import { openAnyWorkPlace } from '../../../src-hub/provisioning/open-work-place.ts';
import { setParent } from '../../../src-hub/provisioning/set-parent.ts';
import { startServices } from '../../../src-hub/provisioning/start-services.ts';
import { main } from '../../../src-main/cli/main.ts';
import { ask, createHubWorld, minted, aPatient, until, type HubWorld } from '../../contract/hub/hub-world.ts';

describe('a hub at the command line', () => {
  let world: HubWorld;
  let said = '';
  beforeEach(() => {
    world = createHubWorld();
    said = '';
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => { said += String(text); return true; });
    vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await world.end();
  });

  const lineOf = async ({ url }: { url: string }) => ((await ask(url, 'GET', '/healthz')).body as { parent: string }).parent;

  it('[HUB48] a child hub whose credential was taken back is refused, is given the new one while it serves, and sends what it kept', async () => {
    const province = await world.hub({ unit: '79', tier: 'province' });
    const district = await world.hub({ unit: '769', tier: 'district', parent: province.url, parentPassword: (await addChild({ dir: province.dir, unit: '769' })).password });
    const pc = await world.device(district, '25001');
    await until(() => lineOf(district), (line) => line === 'connected', 30_000);
    await revokeChild({ dir: province.dir, unit: '769' });
    const { password } = await addChild({ dir: province.dir, unit: '769' });
    await until(() => lineOf(district), (line) => line === 'refused', 30_000);
    await ask(district.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs: [minted(aPatient('25001', 1), 1, 'a')] } });
    expect(await main(['hub', 'parent', '--dir', district.dir])).toBe(2);
    vi.stubEnv('TRAMXA_HUB_PASSWORD', password);
    expect(await main(['hub', 'parent', '--dir', district.dir])).toBe(0);
    await until(() => lineOf(district), (line) => line === 'connected', 30_000);
    await until(async () => (await ask(district.url, 'GET', '/health-25001/receipt:79', { as: pc })).status, (status) => status === 200, 30_000);
  }, 120_000);

  it('[HUB48] while the parent makes it wait for its wrong passwords, it says refused', async () => {
    const parent = createServer((_request, response) => { response.writeHead(429, { 'Content-Type': 'application/json', 'Retry-After': '30' }).end('{"error":"too_many_requests","reason":"Too many wrong passwords; wait."}'); }).listen(0, '127.0.0.1');
    try {
      await once(parent, 'listening');
      const district = await world.hub({ unit: '769', tier: 'district', parent: `http://127.0.0.1:${(parent.address() as AddressInfo).port}`, parentPassword: 'wrong' });
      await until(() => lineOf(district), (line) => line === 'refused', 30_000);
    } finally {
      parent.close();
      parent.closeAllConnections();
    }
  });

  it('[HUB48] one that does not serve uses the new password, and the new address, from its next start on', async () => {
    const province = await world.hub({ unit: '79', tier: 'province' });
    const { password } = await addChild({ dir: province.dir, unit: '769' });
    const district = await world.hub({ unit: '769', tier: 'district', parent: 'http://127.0.0.1:1', parentPassword: 'wrong' });
    await district.close();
    vi.stubEnv('TRAMXA_HUB_PASSWORD', password);
    expect(await main(['hub', 'parent', '--dir', district.dir, '--url', province.url])).toBe(0);
    const again = await startHub({ dir: district.dir, port: 0 });
    try {
      await until(() => lineOf(again), (line) => line === 'connected', 30_000);
    } finally {
      await again.close();
    }
  });

  it('[HUB48] a hub without a parent says that it needs the address', async () => {
    const hub = await world.hub({ unit: '769', tier: 'district' });
    vi.stubEnv('TRAMXA_HUB_PASSWORD', 'x');
    expect(await main(['hub', 'parent', '--dir', hub.dir])).toBe(1);
    expect(said).toContain('no parent yet');
  });

  it('[HUB84] a missing file, a role that does not exist and a hub that is open elsewhere are said in words', async () => {
    const hub = await world.hub({ unit: '79', tier: 'province' });
    const missing = join(world.dir, 'nowhere.json');
    expect(await main(['hub', 'org', 'publish', '--dir', hub.dir, missing])).toBe(2);
    expect(await main(['hub', 'catalogue', 'publish', '--dir', hub.dir, '--catalogue', 'notices', missing])).toBe(2);
    expect(said.split(`there is no file ${missing}`)).toHaveLength(3);
    vi.stubEnv('TRAMXA_ADMIN_PASSWORD', 'mật khẩu dài');
    expect(await main(['hub', 'user', 'add', '--dir', hub.dir, '--account', 'a', '--role', 'king', '--unit', '79'])).toBe(2);
    expect(said).toContain('--role is one of reviewer, manager, administrator');
    said = '';
    expect(await main(['hub', 'serve', '--dir', hub.dir, '--port', '0'])).toBe(1);
    expect(said).toContain('another process has the hub in');
    expect(said).not.toContain('station');
  });

  it('[HUB85] a file that cannot be read is named with the reason, at a hub that serves and at one that does not', async () => {
    const hub = await world.hub({ unit: '79', tier: 'province' });
    const closed = join(world.dir, 'closed.csv');
    writeFileSync(closed, 'code,name\n', { mode: 0o000 });
    const publish = () => main(['hub', 'catalogue', 'publish', '--dir', hub.dir, '--catalogue', 'notices', world.dir]);
    expect(await publish()).toBe(1);
    expect(said).toContain(`${world.dir}: it is a folder`);
    expect(said).not.toContain('broke');
    await hub.close();
    said = '';
    expect(await publish()).toBe(1);
    expect(said).toContain(`${world.dir}: it is a folder`);
    // Whom nothing is closed to cannot see what others are told.
    if (process.getuid?.() === 0) return;
    expect(await main(['hub', 'org', 'publish', '--dir', hub.dir, closed])).toBe(1);
    expect(said).toContain(`${closed}: the user`);
  });

  it('[HUB49] two parents named at one moment leave one way up, to the one named last', async () => {
    const met: string[] = [];
    const parents = await Promise.all(['one', 'two', 'three'].map(async (name) => {
      const server = createServer((_request, response) => { met.push(name); response.destroy(); }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => { server.close(); server.closeAllConnections(); } };
    }));
    try {
      const place = await openAnyWorkPlace((await closedHub()).dir);
      const services = startServices(place, () => undefined);
      for (const { url } of parents) {
        await setParent({ ...place, changed: () => undefined }, { url, password: 'x' });
        void services.restartUpstream();
      }
      await services.restartUpstream();
      await until(() => met, (names) => names.includes('three'), 30_000);
      await services.stop();
      // One that was left behind would ask again within two seconds and a half.
      const asked = met.length;
      await new Promise((resolve) => { setTimeout(resolve, 2700); });
      expect(met.length).toBe(asked);
      await place.close();
    } finally {
      for (const parent of parents) parent.close();
    }
  });

  async function closedHub(): Promise<{ dir: string }> {
    const hub = await world.hub({ unit: '769', tier: 'district' });
    await hub.close();
    return hub;
  }
});
