import { randomBytes } from 'node:crypto';
import type { BenchHub } from './start-hub.ts';
import { authorizationOf, type Road } from './sync-subject.ts';

/** An Apache CouchDB that is running, with a user of its own for each device; what the benchmark made there is removed at its end. */
export function useCouchdbHub(address: string): BenchHub {
  const { origin: url, username, password } = new URL(address);
  const administrator = authorizationOf({ user: decodeURIComponent(username), password: decodeURIComponent(password) } as Road);
  const prefix = `b${randomBytes(4).toString('hex')}`;
  const made = { databases: new Set<string>(), users: new Set<string>() };
  const ask = async (authorization: string, path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(url + path, { ...init, headers: { authorization, 'content-type': 'application/json' } });
    if (!response.ok) throw new Error(`the CouchDB answered ${response.status} to ${init.method ?? 'GET'} ${path}`);
    return response.json();
  };
  const put = (path: string, body?: object) => ask(administrator, path, { method: 'PUT', ...(body ? { body: JSON.stringify(body) } : {}) });
  const count = async (road: Road) => {
    const range = new URLSearchParams({ startkey: '"encounters:"', endkey: '"encounters:\uffff"' });
    return (await ask(authorizationOf(road), `/${road.database}/_all_docs?${range}`) as { rows: unknown[] }).rows.length;
  };
  return {
    async roads(given, devices) {
      const unit = prefix + given;
      const names = devices.map((device) => `${unit}.${device}`);
      for (const user of names) {
        await put(`/_users/org.couchdb.user:${user}`, { _id: `org.couchdb.user:${user}`, name: user, password: 'bench', roles: [], type: 'user' });
        made.users.add(user);
      }
      for (const database of [`health-${unit}`, `resources-${unit}`]) {
        await put(`/${database}`);
        made.databases.add(database);
        await put(`/${database}/_security`, { admins: { names: [], roles: [] }, members: { names, roles: [] } });
      }
      return names.map((user) => ({ url, database: `health-${unit}`, unit, user, password: 'bench' }));
    },
    warm: async (road) => { await ask(authorizationOf(road), `/${road.database}`); },
    count,
    holds: async (road, encounters) => await count(road) >= encounters,
    residentMiB: () => Promise.reject(new Error('not ours to measure')),
    cpuMs: () => Promise.reject(new Error('not ours to measure')),
    async stop() {
      for (const database of made.databases) await ask(administrator, `/${database}`, { method: 'DELETE' });
      for (const user of made.users) {
        const { _rev } = await ask(administrator, `/_users/org.couchdb.user:${user}`) as { _rev: string };
        await ask(administrator, `/_users/org.couchdb.user:${user}?rev=${_rev}`, { method: 'DELETE' });
      }
    },
  };
}
