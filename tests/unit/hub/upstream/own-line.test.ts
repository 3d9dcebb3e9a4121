import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { createOwnLine } from '../../../../src-hub/upstream/own-line.ts';

let server: Server | undefined;
const sockets: Socket[] = [];
afterEach(() => { server?.close(); server?.closeAllConnections(); sockets.length = 0; });

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1');
  server.on('connection', (socket) => { sockets.push(socket); });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('[UPL3] sends and reads what the platform\'s fetch would: method, body, headers, cookies, packed answers', async () => {
  const url = await serve((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => { pieces.push(piece); }).on('end', () => {
      response.setHeader('set-cookie', ['a=1', 'b=2']);
      response.setHeader('content-encoding', 'gzip');
      response.writeHead(201).end(gzipSync(JSON.stringify({ method: request.method, path: request.url, mine: request.headers['x-mine'], body: String(Buffer.concat(pieces)) })));
    });
  });
  const { fetch: send, cut } = createOwnLine();
  const answer = await send(`${url}/health-25001?a=b`, { method: 'POST', headers: { 'x-mine': 'yes' }, body: Buffer.from('Xin chào') });
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([201, ['a=1', 'b=2']]);
  expect(await answer.json()).toEqual({ method: 'POST', path: '/health-25001?a=b', mine: 'yes', body: 'Xin chào' });
  cut();
});

it('[UPL3] goes nowhere else, breaks where the answer breaks, and is given up when told so', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: 'http://example.test/' }).end();
    else if (request.url === '/half') { response.writeHead(200, { 'content-length': 100 }); response.write('half'); setTimeout(() => response.destroy(), 20); }
  });
  const { fetch: send, cut } = createOwnLine();
  await expect(send(`${url}/moved`)).rejects.toThrow('elsewhere');
  await expect(send(`${url}/half`)).rejects.toThrow();
  await expect(send(`${url}/never`, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ name: 'TimeoutError' });
  cut();
});

it('[UPL3] asks again where the parent had just closed a kept connection, and on new connections after a cut', async () => {
  const url = await serve((_, response) => { response.end('{}'); });
  const { fetch: send, cut } = createOwnLine();
  await (await send(url)).text();
  await (await send(url)).text();
  expect(sockets).toHaveLength(1);
  // Closed without a word that the client could have heard before it asks.
  const asked = send(url);
  sockets[0]?.resetAndDestroy();
  expect((await asked).status).toBe(200);
  const before = sockets.length;
  cut();
  await (await send(url)).text();
  expect(sockets).toHaveLength(before + 1);
  cut();
});
