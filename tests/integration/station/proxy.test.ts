import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDevice, initHub, startHub } from '../../../src-hub/main.ts';
import { findPlaintext } from '../../support/find-plaintext.ts';
import { aStation, atEnd, openWork, run, aPerson, tempDir } from './world.ts';

/** An HTTP proxy that knows CONNECT alone, as an office has one, and asks for a name and a password. */
async function aProxy(user: string, password: string): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const server = createServer((_request, response) => { response.writeHead(400).end(); });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.on('error', () => undefined);
    if (request.headers['proxy-authorization'] !== wanted) { socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n'); return; }
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const onward = connect(Number(port), host, () => { socket.write('HTTP/1.1 200 OK\r\n\r\n'); onward.pipe(socket); socket.pipe(onward); });
    onward.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  atEnd(() => { server.closeAllConnections(); server.close(); });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe('a hub behind a proxy', () => {
  it('[PXY1] is exchanged with through it by name and password, and directly again without it', async () => {
    const dir = join(tempDir(), 'hub');
    await initHub({ dir, unit: '769', tier: 'district', port: 0 });
    const device = await addDevice({ dir, unit: '25001', device: 'pc1' });
    const hub = await startHub({ dir });
    atEnd(() => hub.close());
    const secret = 'mat-khau-proxy#1@';
    const proxy = await aProxy('tram an', secret);
    const station = await aStation({ hub: { url: hub.url, user: device.user, password: device.password } });
    const work = await openWork(station.dir);

    for (const url of ['not a place', 'notaurl', 'http://proxy.syt', 'http://proxy.syt:99999', 'ftp://proxy.syt:21']) expect(await work.setProxy({ url, user: 'x' })).toEqual({ ok: false, refusals: [{ code: 'ProxyAddress' }] });
    expect(await work.setProxy({ url: proxy.url, user: 'tram an', password: 'wrong' })).toMatchObject({ ok: true, reached: false });
    expect(await work.setProxy({ url: 'http://127.0.0.1:9' })).toMatchObject({ ok: true, reached: false });
    expect(await work.setProxy({ url: proxy.url, user: 'tram an', password: secret })).toEqual({ ok: true, reached: true, status: { url: proxy.url, user: 'tram an', hasPassword: true } });
    const before = proxy.asked.length;
    await run(work, 'registerPatient', aPerson(1));
    expect((await work.exchange({})).pushed).toBeGreaterThan(0);
    await work.close();

    // It is remembered, in the encrypted file alone.
    const again = await openWork(station.dir);
    await run(again, 'registerPatient', aPerson(2));
    expect((await again.exchange({})).pushed).toBeGreaterThan(0);
    expect(proxy.asked.length).toBeGreaterThan(before);
    expect(proxy.asked.every((asked) => asked === new URL(hub.url).host)).toBe(true);
    expect(findPlaintext([station.dir], [secret])).toEqual([]);
    expect(await again.setProxy(null)).toMatchObject({ ok: true, reached: true, status: { hasPassword: false } });
    const directly = proxy.asked.length;
    await again.exchange({});
    expect(proxy.asked.length).toBe(directly);
  });
});
