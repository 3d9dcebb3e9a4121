import { randomBytes } from 'node:crypto';
import { authorizationOf } from '../sync/sync-subject.ts';
import type { HubServer } from './hub-server.ts';

/** Apache CouchDB at `COUCHDB_URL`, used as its administrator; the databases are removed afterwards. */
export async function startCouchdb(address: string): Promise<HubServer> {
  const { origin, username, password } = new URL(address);
  const account = { url: origin, user: decodeURIComponent(username), password: decodeURIComponent(password) };
  const made: string[] = [];
  const ask = async (method: 'PUT' | 'DELETE', database: string) => {
    const response = await fetch(`${origin}/${database}`, { method, headers: { authorization: authorizationOf({ ...account, database, unit: '' }) } });
    if (!response.ok) throw new Error(`CouchDB answered ${response.status}`);
  };
  return {
    stations: (count) => Promise.all(Array.from({ length: count }, async (_, n) => {
      const database = `bench-${randomBytes(6).toString('hex')}-${n}`;
      await ask('PUT', database);
      made.push(database);
      return { ...account, database, unit: String(25_001 + n) };
    })),
    async stop() { for (const database of made) await ask('DELETE', database); },
  };
}
