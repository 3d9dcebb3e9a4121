import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SyncStatus } from '../../../src-shared/contract/queries.ts';
import { isProvedEverywhere } from '../../../src-main/cli/demo.ts';
import { addDevice, initHub, startHub } from '../../../src-hub/main.ts';
import { openPage, serve } from './door-client.ts';
import { aFile, aPerson, aStation, aVisit, atEnd, openWork, run, tempDir, tramxa, until } from './world.ts';

async function aHub(port = 0): Promise<{ dir: string; url: string; port: number; close(): Promise<void>; again(): Promise<void>; device: { user: string; password: string } }> {
  const dir = join(tempDir(), 'hub');
  await initHub({ dir, unit: '769', tier: 'district', port, receiptIntervalSeconds: 1 });
  let hub = await startHub({ dir, port });
  const firstPort = hub.port;
  atEnd(() => hub.close());
  const device = await addDevice({ dir, unit: '25001', device: 'pc1' });
  return { dir, url: hub.url, port: hub.port, device, close: () => hub.close(), again: async () => { hub = await startHub({ dir, port: firstPort }); } };
}

async function aServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => new Promise<void>((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('exchange with the hub', () => {
  it('[CLI9] answers in the fields of the contract once everything is proved', async () => {
    const hub = await aHub();
    const { dir } = await aStation({ hub: { url: hub.url, ...hub.device } });
    const lines = aFile('a.ndjson', [{ operation: 'registerPatient', input: aPerson(1) }, { operation: 'recordVisit', input: aVisit(1) }].map((line) => `${JSON.stringify(line)}\n`).join(''));
    await tramxa(['station', 'load', '--dir', dir, '--account', 'lan', lines]);
    const { code, stdout } = await tramxa(['station', 'sync', '--dir', dir, '--account', 'lan', '--json']);
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(result).sort()).toEqual(['bytesReceived', 'bytesSent', 'conflicts', 'denied', 'ms', 'pulled', 'pushed', 'receipts', 'requests']);
    expect(result).toMatchObject({ pushed: 4, denied: 0, conflicts: 0, receipts: [{ unit: '769', tier: 'district', proved: 4, missing: 0 }] });
    const again = JSON.parse((await tramxa(['station', 'sync', '--dir', dir, '--account', 'lan', '--json'])).stdout) as Record<string, unknown>;
    expect(again).toMatchObject({ pushed: 0, receipts: [{ proved: 4, missing: 0 }] });
  });

  it('[CLI9] says in words what answered instead of a hub, and loses nothing', async () => {
    const json = (status: number, body: string) => (_: unknown, answer: ServerResponse) => { answer.writeHead(status, { 'content-type': 'application/json' }).end(body); };
    const hub = await aHub();
    const bad: [string, RegExp][] = [
      [await aServer((_, answer) => { answer.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Welcome to the hotel Wi-Fi</body></html>'); }), /not a hub/],
      [await aServer(json(401, '{"error":"unauthorized"}')), /does not know this user or password/],
      [await aServer(json(500, '{"error":"oops"}')), /error of its own/],
      [await aServer((_, answer) => { answer.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }); answer.write('{"couchdb":"Wel'); setTimeout(() => answer.destroy(), 20); }), /hub/],
      [await aServer((request) => { request.socket.destroy(); }), /cannot be reached|hub/],
      ['http://127.0.0.1:9', /cannot be reached/],
      [hub.url, /does not know this user or password/],
    ];
    const { dir } = await aStation();
    const stdin = `${JSON.stringify({ operation: 'registerPatient', input: aPerson(1) })}\n`;
    await tramxa(['station', 'load', '--dir', dir, '--account', 'lan', '-'], { stdin });
    const notYet = await tramxa(['station', 'sync', '--dir', dir, '--account', 'lan']);
    expect([notYet.code, notYet.stderr]).toEqual([1, expect.stringContaining('no hub yet')]);
    for (const [url, words] of bad) {
      const work = await openWork(dir);
      await work.enrol({ url, user: '25001.pc1', password: 'wrong' });
      await work.close();
      const { code, stdout, stderr } = await tramxa(['station', 'sync', '--dir', dir, '--account', 'lan', '--wait', '0', '--json']);
      expect([url, code, stderr]).toEqual([url, 1, expect.stringMatching(words)]);
      expect(JSON.parse(stdout)).toMatchObject({ error: { message: expect.stringMatching(words) as string } });
    }
    await tramxa(['station', 'enrol', '--dir', dir, '--account', 'lan', '--hub', hub.url, '--hub-user', hub.device.user], { env: { TRAMXA_HUB_PASSWORD: hub.device.password } });
    const done = await tramxa(['station', 'sync', '--dir', dir, '--account', 'lan', '--json']);
    expect(JSON.parse(done.stdout)).toMatchObject({ pushed: 2, receipts: [{ proved: 2, missing: 0 }] });
  });

  // Windows has no polite signal for a child without a console.
  it.skipIf(process.platform === 'win32')('[CLI9] keeps exchanging with --live until it is told to end', async () => {
    const hub = await aHub();
    const { dir } = await aStation({ hub: { url: hub.url, ...hub.device } });
    await tramxa(['station', 'load', '--dir', dir, '--account', 'lan', '-'], { stdin: `${JSON.stringify({ operation: 'registerPatient', input: aPerson(1) })}\n` });
    const { code, stderr } = await tramxa(['station', 'sync', '--live', '--dir', dir, '--account', 'lan'], {
      onSpawn: (child) => { child.stderr?.on('data', (part: Buffer) => { if (part.toString().includes('idle')) child.kill('SIGINT'); }); },
    });
    expect([code, stderr]).toEqual([0, expect.stringContaining('exchanging')]);
    expect(JSON.parse((await tramxa(['station', 'sync', '--dir', dir, '--account', 'lan', '--json'])).stdout)).toMatchObject({ pushed: 0, receipts: [{ proved: 2, missing: 0 }] });
  });

  it('[STA36] shows in the line of a serving station what the hub does, and catches up by itself', async () => {
    const hub = await aHub();
    const { dir } = await aStation({ hub: { url: hub.url, ...hub.device } });
    const served = await serve(dir);
    const page = await openPage(served);
    await page.signIn();
    const live = await page.live('syncStatus', {});
    const last = () => live.answers.at(-1) as SyncStatus;
    await page.mutation('run', { operation: 'registerPatient', key: 'a', input: aPerson(1) });
    await until(() => last()?.allProved && last().totalOwn === 2, 20_000);
    expect(last()).toMatchObject({ waiting: 0, provedUnit: '769', tiers: [{ unit: '769', proved: 2, missing: 0 }] });
    await hub.close();
    await page.mutation('run', { operation: 'registerPatient', key: 'b', input: aPerson(2) });
    await until(() => last().line === 'noLine' && last().waiting === 2, 20_000);
    expect(last().allProved).toBe(false);
    await hub.again();
    await until(() => last().waiting === 0 && last().allProved, 40_000);
    const ticks = (await page.query('ask', { query: 'recordTicks', input: { ids: [String(aPerson(2)['id'])] } })).data;
    expect(ticks).toMatchObject([{ denied: false, proved: [{ unit: '769', proved: true }] }]);
  });

  it('[STA8] takes what another PC of the station wrote', async () => {
    const hub = await aHub();
    const second = await addDevice({ dir: hub.dir, unit: '25001', device: 'pc2' });
    const one = await openWork((await aStation({ hub: { url: hub.url, ...hub.device } })).dir);
    const two = await openWork((await aStation({ hub: { url: hub.url, ...second } })).dir);
    await run(one, 'registerPatient', aPerson(1));
    await one.exchange({ waitForProofMs: 20_000 });
    expect(await two.ask('patientSearch', { text: 'hoa' })).toMatchObject({ answer: { total: 0 } });
    await two.exchange({ waitForProofMs: 20_000 });
    expect(await two.ask('patientSearch', { text: 'hoa' })).toMatchObject({ answer: { total: 1, people: 1 } });
    expect((await run(two, 'recordVisit', aVisit(1))).ok).toBe(true);
    expect(await two.verify()).toMatchObject({ ok: true, auditEvents: 2 });
  });
});

describe('the demo', () => {
  it('[CLI10] proves every record at every tier', async () => {
    const { code, stdout } = await tramxa(['demo', '--people', '6', '--json']);
    const report = JSON.parse(stdout) as { ok: boolean; expectedTiers: string[]; stations: Parameters<typeof isProvedEverywhere>[0][] };
    expect([code, report.ok, report.expectedTiers]).toEqual([0, true, ['tw', '79', '769']]);
    for (const station of report.stations) expect(station.tiers.map(({ tier, missing }) => `${tier} ${missing}`)).toEqual(['district 0', 'province 0', 'central 0']);
  });

  it('[CLI10] is not content with less', () => {
    const proof = { station: '25001', records: 2, refused: 0, clean: true, tiers: [{ unit: '769', tier: 'district', proved: 2, missing: 0 }, { unit: '79', tier: 'province', proved: 2, missing: 0 }] };
    expect(isProvedEverywhere(proof, ['769', '79'])).toBe(true);
    expect(isProvedEverywhere(proof, ['769', '79', 'tw'])).toBe(false);
    for (const less of [{ records: 0 }, { refused: 1 }, { clean: false }, { records: 3 }, { tiers: [{ unit: '769', tier: 'district', proved: 1, missing: 1 }] }]) expect(isProvedEverywhere({ ...proof, ...less }, ['769'])).toBe(false);
  });
});
