import { UnknownDatabase } from '../engine.ts';
import type { AskCouch, CouchAccess } from './couch-server.ts';

/** What the hub keeps in order on its CouchDB. Each part can be asked for again and again; what is in order stays untouched. */
export interface CouchSetup {
  /** System databases and the user the hub works as; answers what had to be put right. */
  server(): Promise<string[]>;
  /** Makes a database that is missing (`made`), and lets in this hub's user alone; answers what had to be put right. */
  database(name: string): Promise<{ made: boolean; repaired: string[] }>;
  /** The second half of that, for a database that is there; one that is gone meanwhile has nothing to put right. */
  access(name: string): Promise<string[]>;
}

export interface ServiceUser { name: string; password: string }
interface Security { admins?: { names?: string[]; roles?: string[] }; members?: { names?: string[]; roles?: string[] } }

/** `_users` holds the hub's user; `_global_changes` is what `_db_updates` is read from; without `_replicator` CouchDB 3 complains every few seconds. */
const SYSTEM_DATABASES = ['_users', '_replicator', '_global_changes'];
/** A station's databases are small and many: one shard each. */
const SHARDS = 1;

const is = (list: readonly string[] | undefined, wanted: readonly string[]): boolean => JSON.stringify([...(list ?? [])].sort()) === JSON.stringify([...wanted].sort());

export function createCouchSetup({ admin, service, user, prefix }: { admin: AskCouch; service: AskCouch; user: ServiceUser; prefix: CouchAccess['prefix'] }): CouchSetup {
  const members = { names: [user.name], roles: [] };
  const isOurs = ({ admins, members: given }: Security): boolean => is(admins?.names, []) && is(admins?.roles, ['_admin']) && is(given?.names, members.names) && is(given?.roles, []);

  async function canSignIn(): Promise<boolean> {
    const { status, body } = await service<{ userCtx?: { name: string | null } }>('GET', '/_session', { allow: [401, 403] });
    return status === 200 && body?.userCtx?.name === user.name;
  }

  async function ensureUser(): Promise<string[]> {
    if (await canSignIn()) return [];
    const path = `/_users/org.couchdb.user:${encodeURIComponent(user.name)}`;
    const { body: known } = await admin<{ _rev: string }>('GET', path, { allow: [404] });
    await admin('PUT', path, { body: { ...(known ? { _rev: known._rev } : {}), name: user.name, password: user.password, roles: [], type: 'user' } });
    return [`user ${user.name}`];
  }

  async function access(name: string): Promise<string[]> {
    const path = `/${prefix}${name}`;
    const { body: security = {} } = await admin<Security>('GET', `${path}/_security`);
    if (isOurs(security)) return [];
    await admin('PUT', `${path}/_security`, { body: { admins: { names: [], roles: ['_admin'] }, members } });
    return [`who may read ${name}`];
  }

  return {
    async access(name) {
      try {
        return await access(name);
      } catch (error) {
        if (error instanceof UnknownDatabase) return [];
        throw error;
      }
    },
    async server() {
      const repaired: string[] = [];
      for (const name of SYSTEM_DATABASES) if ((await admin('PUT', `/${name}`, { allow: [412] })).status !== 412) repaired.push(`database ${name}`);
      return [...repaired, ...await ensureUser()];
    },
    async database(name) {
      const made = (await admin('PUT', `/${prefix}${name}?q=${SHARDS}`, { allow: [412] })).status !== 412;
      return { made, repaired: await access(name) };
    },
  };
}
