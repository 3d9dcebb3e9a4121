import { beforeEach, describe, expect, it } from 'vitest';
import type { AskCouch } from '../../../../src-hub/engine/couchdb/couch-server.ts';
import { createCouchSetup } from '../../../../src-hub/engine/couchdb/couch-setup.ts';

const user = { name: 'tramxa-769', password: 'mật khẩu' };

describe('setting a CouchDB up', () => {
  let stored: Map<string, Record<string, unknown>>, changes: string[], setup: ReturnType<typeof createCouchSetup>;
  const answer = <T>(status: number, body?: unknown) => Promise.resolve({ status, body: body as T, said: '' });
  /** Just what the setup asks of a server. */
  const admin: AskCouch = <T>(method: string, path: string, { body }: { body?: unknown } = {}) => {
    const at = path.split('?')[0] ?? '';
    const isDatabase = /^\/[^/]+$/.test(at);
    if (method === 'GET') return stored.has(at) ? answer<T>(200, stored.get(at)) : at.endsWith('/_security') ? answer<T>(200, { admins: { roles: ['_admin'] }, members: { roles: ['_admin'] } }) : answer<T>(404);
    if (isDatabase && stored.has(at)) return answer<T>(412);
    stored.set(at, body === undefined ? {} : { _rev: '1-a', ...(body as object) });
    changes.push(path);
    return answer<T>(201, {});
  };
  const service: AskCouch = <T>() => (stored.get('/_users/org.couchdb.user:tramxa-769')?.['password'] === user.password ? answer<T>(200, { userCtx: { name: user.name } }) : answer<T>(401));
  beforeEach(() => { stored = new Map(); changes = []; setup = createCouchSetup({ admin, service, user, prefix: '' }); });

  it('[CDB2] makes what is missing and lets in this hub alone', async () => {
    expect(await setup.server()).toEqual(['database _users', 'database _replicator', 'database _global_changes', 'user tramxa-769']);
    expect(await setup.database('health-25001')).toEqual({ made: true, repaired: ['who may read health-25001'] });
    expect(stored.get('/health-25001/_security')).toMatchObject({ admins: { names: [], roles: ['_admin'] }, members: { names: ['tramxa-769'], roles: [] } });
    expect(stored.get('/_users/org.couchdb.user:tramxa-769')).toMatchObject({ roles: [], type: 'user' });
  });

  it('[CDB2] writes nothing where all is in order', async () => {
    await setup.server();
    await setup.database('health-25001');
    changes = [];
    expect(await setup.server()).toEqual([]);
    expect(await setup.database('health-25001')).toEqual({ made: false, repaired: [] });
    expect(changes).toEqual([]);
  });

  it('[CDB3] puts right what somebody changed or took away, and names it', async () => {
    await setup.server();
    await setup.database('health-25001');
    stored.set('/health-25001/_security', { admins: { names: [], roles: ['_admin'] }, members: { names: ['tramxa-769', 'somebody'], roles: [] } });
    expect(await setup.database('health-25001')).toEqual({ made: false, repaired: ['who may read health-25001'] });
    stored.set('/_users/org.couchdb.user:tramxa-769', { _rev: '2-b', password: 'another' });
    expect(await setup.server()).toEqual(['user tramxa-769']);
    stored.delete('/_users/org.couchdb.user:tramxa-769');
    expect(await setup.server()).toEqual(['user tramxa-769']);
  });
});
