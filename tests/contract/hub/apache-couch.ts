import { randomBytes } from 'node:crypto';
import { ask, until } from './hub-world.ts';
import type { Credential, Reply } from './hub-world.ts';

/** One side of a replication of CouchDB's own. */
export interface ReplicatedDatabase { url: string; database: string; as: Credential }
export interface ReplicationResult { docs_read: number; docs_written: number; doc_write_failures: number }

/** An Apache CouchDB given from outside, and what a test made in it. */
export interface ApacheCouch {
  url: string; admin: Credential;
  /** Throws for a status above 299. */
  must(method: string, path: string, body?: unknown, as?: Credential): Promise<unknown>;
  ask(method: string, path: string, body?: unknown, as?: Credential): Promise<Reply>;
  database(name: string): Promise<string>;
  /** A user without any right but those a `_security` names. */
  user(name: string): Promise<Credential>;
  /** Only these may read and write it. */
  members(database: string, names: string[]): Promise<void>;
  /** CouchDB carries once, with its own replicator. */
  replicateOnce(source: ReplicatedDatabase, target: ReplicatedDatabase, options?: object): Promise<ReplicationResult>;
  /** CouchDB keeps carrying; returns the job's name. */
  replicateAlways(source: ReplicatedDatabase, target: ReplicatedDatabase, options?: object): Promise<string>;
  /** Takes away everything made here. */
  end(): Promise<void>;
}

const side = ({ url, database, as }: ReplicatedDatabase) => ({ url: `${url}/${database}`, auth: { basic: { username: as.user, password: as.password } } });

export function createApacheCouch(address: string): ApacheCouch {
  const at = new URL(address);
  const url = at.origin;
  const admin = { user: decodeURIComponent(at.username), password: decodeURIComponent(at.password) };
  const made: { path: string }[] = [];
  const asked: ApacheCouch['ask'] = (method, path, body, as = admin) => ask(url, method, path, { as, body });
  const must: ApacheCouch['must'] = async (method, path, body, as) => {
    const { status, text, body: answer } = await asked(method, path, body, as);
    if (status > 299) throw new Error(`${method} ${path}: ${status} ${text}`);
    return answer;
  };
  const system = async (name: string) => { await asked('PUT', `/${name}`); };
  return {
    url, admin, must, ask: asked,
    async database(name) {
      await must('PUT', `/${name}`);
      made.push({ path: `/${name}` });
      return name;
    },
    async user(name) {
      await system('_users');
      const password = randomBytes(9).toString('base64url');
      const path = `/_users/org.couchdb.user:${encodeURIComponent(name)}`;
      await must('PUT', path, { name, password, roles: [], type: 'user' });
      made.push({ path });
      return { user: name, password };
    },
    async members(database, names) {
      await must('PUT', `/${database}/_security`, { admins: { names: [], roles: ['_admin'] }, members: { names, roles: [] } });
    },
    async replicateOnce(source, target, options = {}) {
      const answer = await must('POST', '/_replicate', { source: side(source), target: side(target), ...options }) as { history?: ReplicationResult[]; no_changes?: boolean };
      // Without anything new the answer repeats the history of the time before.
      return (answer.no_changes ? undefined : answer.history?.[0]) ?? { docs_read: 0, docs_written: 0, doc_write_failures: 0 };
    },
    async replicateAlways(source, target, options = {}) {
      await system('_replicator');
      const name = `tramxa-${randomBytes(6).toString('hex')}`;
      await must('PUT', `/_replicator/${name}`, { source: side(source), target: side(target), continuous: true, checkpoint_interval: 1000, ...options });
      made.push({ path: `/_replicator/${name}` });
      await until(async () => (await asked('GET', `/_scheduler/docs/_replicator/${name}`)).body as { state?: string }, ({ state }) => state === 'running', 30_000);
      return name;
    },
    async end() {
      for (const { path } of made.reverse()) {
        const rev = path.startsWith('/_') ? `?rev=${String((await must('GET', path) as { _rev: string })._rev)}` : '';
        await must('DELETE', path + rev);
      }
    },
  };
}

/** A unit nobody else's test uses. */
export const aUnit = (): string => `t${randomBytes(5).toString('hex')}`;

const given = process.env['COUCHDB_URL'];
const isNear = given !== undefined && /^(127(\.\d+){3}|localhost|\[::1\])$/.test(new URL(given).hostname);
/** Address of the CouchDB to test with; `whyNot` says why there is none. It must be able to reach a hub on this machine's loopback. */
export const apacheCouch = { address: isNear ? given : undefined, whyNot: given === undefined ? 'COUCHDB_URL is not set' : 'COUCHDB_URL is another machine, which cannot reach the hub of a test' };
