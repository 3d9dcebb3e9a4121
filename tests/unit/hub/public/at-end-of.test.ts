import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { atEndOf } from '../../../../src-hub/public/at-end-of.ts';

it('[HUB90] an answer whose line was cut before is over at once, another one when it was given', async () => {
  const over: string[] = [];
  const { promise: cut, resolve: wasCut } = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    if (request.url === '/cut') { response.once('close', () => { atEndOf(response, () => { over.push('cut'); }); wasCut(); }); return; }
    atEndOf(response, () => { over.push('given'); });
    response.end(String(over.length));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1', () => { socket.write('GET /cut HTTP/1.1\r\nHost: hub\r\n\r\n', () => { socket.destroy(); }); });
  await cut;
  expect(over).toEqual(['cut']);
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('1');
  await expect.poll(() => over).toEqual(['cut', 'given']);
  server.closeAllConnections();
  server.close();
});
