import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { adminEndpoint } from '../../../../src-hub/provisioning/admin-endpoint.ts';
import { ADMIN_PATH } from '../../../../src-hub/provisioning/ask-hub.ts';
import type { WorkPlace } from '../../../../src-hub/provisioning/work-place.ts';

it('[HUB29] a command that breaks is answered with 500 and noted by its kind and name, never by its message', async () => {
  const noted: unknown[] = [];
  const broken = new Proxy({}, { get() { throw new RangeError('Nguyễn Thị Hoa 001185000001'); } }) as WorkPlace;
  const admin = adminEndpoint(broken, 'a-token', (event, facts) => { noted.push({ event, ...facts }); });
  const server = createServer((request, response) => { admin(request, response, request.url ?? '').catch(() => response.destroy()); }).listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => { server.once('listening', resolve); });
    const send = (body: object) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${ADMIN_PATH}`, { method: 'POST', headers: { authorization: 'Bearer a-token' }, body: JSON.stringify(body) });
    const answer = await send({ command: 'revokeDevice', input: { unit: '25001', device: 'pc1' } });
    expect([answer.status, await answer.text()]).toEqual([500, '{"error":"HubFault","reason":"something broke"}']);
    expect(noted).toEqual([{ event: 'fault', kind: 'RangeError', command: 'revokeDevice' }]);
    expect((await send({ command: 'no such' })).status).toBe(400);
    expect(noted).toHaveLength(1);
  } finally {
    server.close();
  }
});
