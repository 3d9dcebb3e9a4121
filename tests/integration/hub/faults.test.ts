import { copyFileSync, existsSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChild, startHub } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { decodeDigest } from '../../../sync/index.ts';
import { aPatient, ask, createHubWorld, minted, until } from '../../contract/hub/hub-world.ts';
import type { HubWorld } from '../../contract/hub/hub-world.ts';

type Receipt = { devices?: Record<string, string>; refusedAbove?: { unit: string; records: { id: string }[] } };
const patients = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => minted(aPatient('25001', from + at), 1, 'a'));
const countOf = (receipt: Receipt) => decodeDigest(receipt.devices?.['pc-aaaaaaaa'])?.count() ?? 0;

describe('when things break', () => {
  let world: HubWorld, servers: Server[], running: RunningHub[];
  beforeEach(() => { world = createHubWorld(); servers = []; running = []; });
  afterEach(async () => {
    for (const server of servers) { server.closeAllConnections(); server.close(); }
    await Promise.all(running.map((hub) => hub.close()));
    await world.end();
  });

  async function serve(answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => void): Promise<string> {
    const server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => answer(request, response, Buffer.concat(pieces)));
    });
    servers.push(server);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const forward = (to: string, request: IncomingMessage, response: ServerResponse, body: Buffer) => {
    const sent = httpRequest(to + (request.url ?? ''), { method: request.method, headers: { ...request.headers, host: new URL(to).host, 'content-length': body.length } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    sent.on('error', () => response.destroy());
    sent.end(body);
  };

  it('[HUB45] a parent that answers HTML, 500 or half a body stops nothing; once it is well everything arrives', async () => {
    const province = await world.hub({ unit: '79', tier: 'province' });
    const { password } = await addChild({ dir: province.dir, unit: '769' });
    let mood = 'html';
    const proxy = await serve((request, response, body) => {
      if (mood === 'html') response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Đăng nhập Wi-Fi</html>');
      else if (mood === 'broken') response.writeHead(500).end('{"error":"x"}');
      else if (mood === 'half') { response.writeHead(200, { 'Content-Length': 1000 }); response.write('{"couch'); setTimeout(() => response.destroy(), 10); }
      else forward(province.url, request, response, body);
    });
    const district = await world.hub({ unit: '769', tier: 'district', parent: proxy, parentPassword: password });
    const pc = await world.device(district, '25001');
    const health = (url: string) => ask(url, 'GET', '/health-25001', { as: pc });
    for (const [at, next] of ['broken', 'half', 'well', 'broken', 'html', 'well'].entries()) {
      await ask(district.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs: patients(at * 10, at * 10 + 10) } });
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect((await health(district.url)).status).toBe(200);
      mood = next;
    }
    const receipt = async () => (await ask(district.url, 'GET', '/health-25001/receipt:79', { as: pc })).body as Receipt;
    await until(receipt, (given) => countOf(given) === 60, 20_000);
  });

  it('[RCP8] what a parent drops without a word is found by its receipt, offered again, and named when it is refused', async () => {
    const province = await world.hub({ unit: '79', tier: 'province' });
    const { password } = await addChild({ dir: province.dir, unit: '769' });
    const lost = patients(5, 6)[0]?._id;
    let drops = 0, refuses = true;
    const proxy = await serve((request, response, body) => {
      if (!request.url?.endsWith('/_bulk_docs')) return forward(province.url, request, response, body);
      const asked = JSON.parse((request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString()) as { docs: { _id: string; _rev: string }[] };
      const dropped = asked.docs.find((doc) => doc._id === lost);
      if (!dropped) return forward(province.url, request, response, body);
      drops += 1;
      if (drops > 1 && refuses) return void response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify([{ id: lost, rev: dropped._rev, error: 'forbidden', reason: 'no' }]));
      if (drops > 1) return forward(province.url, request, response, body);
      const rest = Buffer.from(JSON.stringify({ ...asked, docs: asked.docs.filter((doc) => doc._id !== lost) }));
      delete request.headers['content-encoding'];
      return forward(province.url, request, response, rest);
    });
    const district = await world.hub({ unit: '769', tier: 'district', parent: proxy, parentPassword: password });
    const pc = await world.device(district, '25001');
    await ask(district.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs: patients(0, 10) } });
    const own = async () => (await ask(district.url, 'GET', '/health-25001/receipt:769', { as: pc })).body as Receipt;
    const named = await until(own, (given) => given.refusedAbove !== undefined, 20_000);
    expect(named.refusedAbove).toEqual({ unit: '79', records: [{ id: lost, rev: '1-a', reason: 'forbidden: no' }] });
    refuses = false;
    await district.close();
    running.push(await startHub({ dir: district.dir, port: district.port }));
    await until(own, (given) => given.refusedAbove === undefined, 20_000);
    await until(async () => (await ask(district.url, 'GET', '/health-25001/receipt:79', { as: pc })).body as Receipt, (given) => countOf(given) === 10, 20_000);
  });

  it('[RCP7] a database put back from an older copy is never claimed to hold what it lost, and gets it again', async () => {
    const district = await world.hub({ unit: '769', tier: 'district' });
    const pc = await world.device(district, '25001');
    const send = (docs: object[]) => ask(district.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs } });
    const receipt = async () => (await ask(district.url, 'GET', '/health-25001/receipt:769', { as: pc })).body as Receipt;
    await send(patients(0, 10));
    await until(receipt, (given) => countOf(given) === 10);
    await district.close();
    const file = join(district.dir, 'databases', 'health-25001.db');
    expect(existsSync(`${file}-wal`)).toBe(false);
    copyFileSync(file, join(world.dir, 'older.db'));
    const second = await startHub({ dir: district.dir, port: district.port });
    await send(patients(10, 30));
    await until(receipt, (given) => countOf(given) === 30);
    await second.close();
    copyFileSync(join(world.dir, 'older.db'), file);
    running.push(await startHub({ dir: district.dir, port: district.port }));
    await send(patients(100, 160));
    await until(receipt, (given) => countOf(given) === 70);
    await send(patients(10, 30));
    await until(receipt, (given) => countOf(given) === 90);
  });
});
