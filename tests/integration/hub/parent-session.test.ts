import { expect, it } from 'vitest';
import { addDevice, revokeDevice, startHub } from '../../../src-hub/main.ts';
import { createParentClient } from '../../../src-hub/upstream/parent-client.ts';
import { checkCredential } from '../../../src-hub/upstream/read-welcome.ts';
import { createHubWorld } from '../../contract/hub/hub-world.ts';

it('[HUB47] a hub of ours gives who is below it a session, knows it again after a restart, and refuses it once it is revoked', async () => {
  const world = createHubWorld();
  try {
    const province = await world.hub({ unit: '79', tier: 'province' });
    const { user, password } = await addDevice({ dir: province.dir, unit: '25001', device: 'pc1' });
    const { signal } = new AbortController();
    const seen: string[] = [];
    const ask = createParentClient({ url: province.url, user, password }, (input, init) => {
      const headers = new Headers(init?.headers);
      seen.push(headers.has('authorization') ? 'password' : headers.has('cookie') ? 'cookie' : `${init?.method ?? ''} ${new URL(String(input)).pathname}`);
      return fetch(input, init);
    });
    await checkCredential(ask, signal);
    expect((await ask('GET', '/health-25001', { signal })).status).toBe(200);
    expect(seen).toEqual(['POST /_session', 'cookie', 'cookie']);
    await province.close();
    await expect(ask('GET', '/health-25001', { signal })).rejects.toMatchObject({ kind: 'away' });
    const again = await startHub({ dir: province.dir, port: province.port });
    try {
      await checkCredential(ask, signal);
      expect((await ask('GET', '/health-25001', { signal })).status).toBe(200);
      expect(seen.filter((one) => one === 'POST /_session')).toHaveLength(2);
      await revokeDevice({ dir: province.dir, unit: '25001', device: 'pc1' });
      await expect(ask('GET', '/health-25001', { signal })).rejects.toMatchObject({ kind: 'refuses', status: 401 });
      expect(seen).not.toContain('password');
    } finally {
      await again.close();
    }
  } finally {
    await world.end();
  }
});
