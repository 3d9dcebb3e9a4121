import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { countTraffic } from '../../../bench/support/count-traffic.ts';
import { openShapedLine, type LineShape } from '../../../bench/sync/shaped-line.ts';

const servers: Server[] = [];
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket) => { sockets.add(socket.on('error', () => undefined)); });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A far end that sends back all it gets, behind a line. */
async function anEchoBehind(shape: Omit<LineShape, 'seed'>): Promise<number> {
  const echo = await listen(createServer((socket) => { socket.pipe(socket); }));
  return listen(openShapedLine({ host: '127.0.0.1', port: echo }, { ...shape, seed: 1 }));
}

async function sendAndReceive(port: number, content: Buffer): Promise<Buffer> {
  const socket = connect(port, '127.0.0.1');
  sockets.add(socket);
  socket.end(content);
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

describe('a shaped line', () => {
  it('[BEN12] delivers every byte once and in order, on several connections', async () => {
    const port = await anEchoBehind({ bitsPerSecond: 80_000_000, delayMs: 2 });
    const contents = [1, 100_000, 30_000].map((length) => randomBytes(length));
    const answers = await Promise.all(contents.map((content) => sendAndReceive(port, content)));
    expect(answers.map((answer, n) => answer.equals(contents[n] ?? Buffer.alloc(0)))).toEqual([true, true, true]);
  });

  it('[BEN12] is no faster than told', async () => {
    const port = await anEchoBehind({ bitsPerSecond: 800_000, delayMs: 20 });
    const from = performance.now();
    await sendAndReceive(port, randomBytes(20_000));
    // 20 kB at 100 kB/s, 20 ms each way; both ways overlap.
    expect(performance.now() - from).toBeGreaterThan(235);
  });

  it('[BEN12] loses what it is told to lose: everything arrives, later', async () => {
    const port = await anEchoBehind({ bitsPerSecond: 80_000_000, delayMs: 5, loss: 0.5 });
    const content = randomBytes(60_000);
    const from = performance.now();
    expect((await sendAndReceive(port, content)).equals(content)).toBe(true);
    expect(performance.now() - from).toBeGreaterThan(150);
  });

  it('[BEN12] cuts all its connections and refuses new ones while it is down', async () => {
    const port = await anEchoBehind({ bitsPerSecond: 800_000, delayMs: 1, cutEveryMs: 100, downMs: 60_000 });
    await expect(sendAndReceive(port, randomBytes(1_000_000))).rejects.toThrow();
    await expect(sendAndReceive(port, randomBytes(10))).rejects.toThrow();
  });

  it('[BEN13] counts what went over open and closed connections', async () => {
    const traffic = countTraffic();
    const port = await anEchoBehind({ bitsPerSecond: 80_000_000, delayMs: 0 });
    const before = traffic();
    await sendAndReceive(port, randomBytes(5_000));
    await sendAndReceive(port, randomBytes(7_000));
    const after = traffic();
    // The line is a client of the far end too: every byte is seen twice.
    expect([after.up - before.up, after.down - before.down]).toEqual([24_000, 24_000]);
  });
});
