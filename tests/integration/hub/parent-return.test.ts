import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addChild, backUpHub, initHub, setParent } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { BREATH_MS, LOOK_MS, RETRY_MS } from '../../../src-hub/upstream/look-times.ts';
import { Digest, encodeDigest } from '../../../sync/index.ts';
import { aPatient, ask, createHubWorld, minted, until } from '../../contract/hub/hub-world.ts';
import type { Credential, HubWorld } from '../../contract/hub/hub-world.ts';

const TEN_SECONDS = 10_000;
/** What a busy machine may need for the work itself, once the parent was looked at. */
const GENEROUS_MS = 60_000;

let world: HubWorld, parentDir: string, parentUrl: string, password: string, served: ChildProcess | undefined;
let district: RunningHub & { dir: string }, pc: Credential;
let made: { _id: string; _rev: string }[] = [];
const ends: (() => Promise<void> | void)[] = [];

/** A parent in a process of its own. */
async function serve(dir: string, port?: number): Promise<string> {
  served = spawn(process.execPath, [join(import.meta.dirname, 'serve-for-kill.ts'), dir, ...(port === undefined ? [] : [String(port)])], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(served.stdout as NodeJS.ReadableStream, 'data') as [Buffer];
  return line.toString().trim();
}
async function kill(): Promise<void> {
  const ended = once(served as ChildProcess, 'exit');
  served?.kill('SIGKILL');
  await ended;
}
const portOf = (url: string) => Number(new URL(url).port);

beforeEach(async () => {
  made = [];
  world = createHubWorld();
  parentDir = join(world.dir, 'parent');
  await initHub({ dir: parentDir, unit: '79', tier: 'province', port: 0, receiptIntervalSeconds: 0.1 });
  ({ password } = await addChild({ dir: parentDir, unit: '769' }));
  parentUrl = await serve(parentDir);
  district = await world.hub({ unit: '769', tier: 'district', parent: parentUrl, parentPassword: password });
  pc = await world.device(district, '25001');
});
afterEach(async () => {
  served?.kill('SIGKILL');
  for (const end of ends.splice(0)) await end();
  await world.end();
});

async function write(count: number): Promise<void> {
  const docs = Array.from({ length: count }, (_, n) => minted(aPatient('25001', made.length + n), 1, 'a'));
  expect((await ask(district.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs } })).body).toEqual([]);
  made.push(...docs);
}
/** All that was written, as the parent proves it to the station. */
async function proved(): Promise<void> {
  const digest = new Digest();
  for (const { _id, _rev } of made) digest.add(_id, _rev);
  await until(async () => (await ask(district.url, 'GET', '/health-25001/receipt:79', { as: pc })).body as { devices?: Record<string, string> }, (receipt) => receipt.devices?.['pc-aaaaaaaa'] === encodeDigest(digest), GENEROUS_MS);
}

/** Stands where the parent stood; notes when it is looked at. */
async function stranger(port: number): Promise<{ lookedAt: Promise<number>; end(): Promise<void> }> {
  let met: (at: number) => void = () => undefined;
  const lookedAt = new Promise<number>((resolve) => { met = resolve; });
  const server = createServer((socket) => { met(performance.now()); socket.on('error', () => undefined).destroy(); }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { lookedAt, end: () => new Promise<void>((resolve) => { server.close(() => resolve()); }) };
}

it('[HUB41] a parent killed under load is looked at within ten seconds of its return, and gets everything', async () => {
  await write(50);
  await proved();
  const load = (async () => { for (let n = 0; n < 8; n += 1) await write(100); })();
  await kill();
  await load;
  // Whoever answers at its place shows when the child looks; then the parent itself comes back.
  const place = await stranger(portOf(parentUrl));
  const from = performance.now();
  expect(await place.lookedAt - from).toBeLessThan(TEN_SECONDS);
  await place.end();
  await serve(parentDir, portOf(parentUrl));
  await proved();
}, 120_000);

it('[HUB41] a parent moved to another address is looked at there as soon as it is named', async () => {
  await write(50);
  await proved();
  await kill();
  await write(200);
  const place = await stranger(0).then((one) => one.end()).then(() => serve(parentDir));
  expect(place).not.toBe(parentUrl);
  const from = performance.now();
  await setParent({ dir: district.dir, url: place, password });
  await until(async () => (await ask(district.url, 'GET', '/healthz')).body as { parent?: string }, ({ parent }) => parent === 'connected', GENEROUS_MS);
  expect(performance.now() - from).toBeLessThan(TEN_SECONDS);
  await proved();
}, 120_000);

it('[HUB41] [UPL2] a parent put back from an older copy gets again what the copy lacks', async () => {
  await write(50);
  await proved();
  const copy = join(world.dir, 'copy');
  await backUpHub({ dir: parentDir, out: copy, withKey: true });
  // The longer its line of receipts, the less would a shorter one be heard.
  for (const count of [200, 30, 20]) { await write(count); await proved(); }
  await kill();
  await write(20);
  const url = await serve(copy, portOf(parentUrl));
  expect(url).toBe(parentUrl);
  await proved();
}, 120_000);

/** A way to the parent that can fall silent: what is open then hears nothing more, and nobody is told. */
async function aWay(target: number) {
  const sockets = new Set<Socket>();
  let isSilent = false;
  let met: ((at: number) => void) | undefined;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (isSilent) return;
    met?.(performance.now());
    const on = connect(target, '127.0.0.1');
    sockets.add(on);
    on.on('error', () => undefined);
    on.pipe(socket).pipe(on);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    silence() { isSilent = true; for (const socket of sockets) socket.unpipe().pause(); },
    /** Answers when the child comes the next time. */
    heal(): Promise<number> { isSilent = false; return new Promise((resolve) => { met = resolve; }); },
    end() { for (const socket of sockets) socket.destroy(); server.close(); },
  };
}

it('[UPL1] a line that fell silent without a word is given up, and the parent looked at, within ten seconds', async () => {
  // By what is configured: silence noticed, the breath taken, and the try that met the silence.
  expect(LOOK_MS + BREATH_MS * 1.25).toBeLessThan(TEN_SECONDS);
  expect(RETRY_MS * 1.25).toBeLessThan(TEN_SECONDS);
  const way = await aWay(portOf(parentUrl));
  ends.push(way.end);
  await setParent({ dir: district.dir, url: way.url, password });
  await write(20);
  await proved();
  way.silence();
  await write(50);
  // For long enough that a try met nothing but silence, too.
  await until(async () => (await ask(district.url, 'GET', '/healthz')).body as { parent?: string }, ({ parent }) => parent === 'away', GENEROUS_MS);
  await new Promise((resolve) => { setTimeout(resolve, 1000); });
  const from = performance.now();
  expect(await way.heal() - from).toBeLessThan(TEN_SECONDS);
  await proved();
}, 120_000);
