import { randomBytes } from 'node:crypto';
import { EngineAway, EngineInUse, UnknownDatabase } from '../engine.ts';
import type { Engine, EngineDatabase, EngineUpdate } from '../engine.ts';
import { createCouchDatabase } from './couch-database.ts';
import { createCouchLease } from './couch-lease.ts';
import { CouchRefuses, createAskCouch } from './couch-server.ts';
import type { CouchAccess } from './couch-server.ts';
import { createCouchSetup } from './couch-setup.ts';
import type { ServiceUser } from './couch-setup.ts';
import { followUpdates } from './follow-updates.ts';
import { restWhenRefused } from './rest-when-refused.ts';

export interface CouchEngineOptions extends CouchAccess {
  /** The user the hub works as, made here: it may read and write this hub's databases and is no administrator. */
  service: ServiceUser;
  /** Names this hub among those that may be pointed at the same databases; the same after a restart. */
  hub: string;
  fetch?: typeof fetch;
  /** What was found out of order and put right, e.g. `who may read health-25001`; or what could not be. */
  report?: (event: 'couchdb repaired' | 'couchdb fault', what: string) => void;
  /** Between two checks of the whole setup, ms. */
  checkEveryMs?: number;
}

const CHECK_EVERY_MS = 60_000;
const OURS = /^(?:(?:health|resources)-[a-z0-9]+|reference)$/;

/**
 * The engine of a large tier: databases on an Apache CouchDB 3, one node or a cluster. Sets the server up when opened and every
 * minute, puts right what somebody changed, and hears of writes that did not come through this hub.
 * Throws `EngineAway` where CouchDB does not answer, `EngineInUse` where another hub works on the same databases.
 */
export async function openCouchEngine({ url, user, password, prefix, service, hub, fetch: send, report = () => undefined, checkEveryMs = CHECK_EVERY_MS }: CouchEngineOptions): Promise<Engine> {
  const admin = restWhenRefused(createAskCouch({ url, user, password }, send));
  const ask = createAskCouch({ url, user: service.name, password: service.password }, send);
  const setup = createCouchSetup({ admin, service: ask, user: service, prefix });
  const lease = createCouchLease({ ask, prefix, hub, process: randomBytes(8).toString('hex') });
  const names = new Set<string>();
  const foundings = new Map<string, Promise<string>>();
  const databases = new Map<string, EngineDatabase>();
  const listeners = new Set<(update: EngineUpdate) => void>();
  const closing = new AbortController();

  function tell(update: EngineUpdate): void {
    if (!OURS.test(update.database)) return;
    if (update.type === 'deleted') names.delete(update.database); else names.add(update.database);
    if (update.type !== 'updated') foundings.delete(update.database);
    for (const listener of [...listeners]) listener(update);
  }

  function foundingOf(name: string): Promise<string> {
    let found = foundings.get(name);
    if (!found) {
      found = ask<{ instance_start_time: string }>('GET', `/${prefix}${name}`).then(({ body }) => body?.instance_start_time ?? '0');
      foundings.set(name, found);
      found.catch(() => foundings.delete(name));
    }
    return found;
  }

  function databaseOf(name: string): EngineDatabase {
    let database = databases.get(name);
    if (!database) databases.set(name, database = createCouchDatabase({ name, path: `/${prefix}${name}`, ask, instance: () => foundingOf(name), stored: () => tell({ database: name, type: 'updated' }) }));
    return database;
  }

  async function listed(): Promise<string[]> {
    const { body = [] } = await admin<string[]>('GET', '/_all_dbs');
    return body.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)).filter((name) => OURS.test(name));
  }

  /** Puts right what is out of order on the server and in every database. */
  async function check(): Promise<void> {
    const repaired = await setup.server();
    // One that is made meanwhile is not in the list, and is there.
    const before = [...names];
    const here = await listed();
    for (const name of here) repaired.push(...await setup.access(name));
    for (const name of before) if (!here.includes(name)) tell({ database: name, type: 'deleted' });
    for (const name of here) if (!names.has(name)) tell({ database: name, type: 'created' });
    for (const what of repaired) report('couchdb repaired', what);
  }

  /** Of what was deleted is told late: it may have been made anew meanwhile. */
  async function isThere(name: string): Promise<boolean> {
    try {
      await admin('GET', `/${prefix}${name}`);
      return true;
    } catch (error) {
      if (error instanceof UnknownDatabase) return false;
      throw error;
    }
  }

  const mending = new Map<string, Promise<void>>();
  /** Somebody shut the hub out of a database: need not last until the next check. */
  function mend(name: string): Promise<void> {
    let running = mending.get(name);
    if (!running) mending.set(name, running = (async () => {
      for (const what of [...await setup.server(), ...await setup.access(name)]) report('couchdb repaired', what);
    })().finally(() => mending.delete(name)));
    return running;
  }

  async function ensure(name: string): Promise<boolean> {
    // Whoever asks for it comes again; what is wrong with the administrator's sign-in is told by the check of every minute.
    const { made } = await setup.database(name).catch((error: unknown) => { throw error instanceof CouchRefuses ? new EngineAway(error.message) : error; });
    if (made || !names.has(name)) tell({ database: name, type: 'created' });
    return made;
  }

  await check();
  if (!names.has('reference')) await ensure('reference');
  if (await lease.take(Date.now()) !== undefined) throw new EngineInUse();
  /** Somebody took the databases over, or has a copy of this hub: said each time, because nothing can be put right from here. */
  async function renew(): Promise<void> {
    if (await lease.take(Date.now()) !== undefined) report('couchdb fault', 'another hub works on the same databases');
  }
  let checking: Promise<void> = Promise.resolve();
  let isChecking = false;
  const timer = setInterval(() => {
    // Of thousands of databases it may take longer than the interval.
    if (isChecking) return;
    isChecking = true;
    checking = check().then(async () => { if (!closing.signal.aborted && !names.has('reference')) await ensure('reference'); }).then(async () => { if (!closing.signal.aborted) await renew(); })
      .catch((error: unknown) => { if (!closing.signal.aborted) report('couchdb fault', error instanceof Error ? error.name : 'unknown'); }).finally(() => { isChecking = false; });
  }, checkEveryMs);
  timer.unref();
  const following = followUpdates({
    ask: admin, prefix, signal: closing.signal,
    async tell(update) {
      if (update.type === 'deleted' && await isThere(update.database)) tell({ ...update, type: 'created' });
      else tell(update);
      // The lease lies there, and who asks for units and catalogues need not wait for the next check.
      if (!names.has('reference')) await ensure('reference');
    },
    async back() {
      foundings.clear();
      await check();
      // It may have come back with an older copy.
      for (const name of [...names]) tell({ database: name, type: 'created' });
    },
  });

  return {
    databases: () => [...names].sort(),
    has: (name) => names.has(name),
    create: ensure,
    async destroy(name) {
      if (!names.has(name)) return false;
      const { status } = await admin('DELETE', `/${prefix}${name}`, { allow: [404] });
      tell({ database: name, type: 'deleted' });
      return status !== 404;
    },
    async use(name, work) {
      if (!names.has(name)) throw new UnknownDatabase(name);
      try {
        return await work(databaseOf(name));
      } catch (error) {
        if (error instanceof UnknownDatabase && names.has(name)) tell({ database: name, type: 'deleted' });
        if (!(error instanceof CouchRefuses) || closing.signal.aborted) throw error;
        await mend(name);
        throw new EngineAway(error.message);
      }
    },
    onUpdate(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    async close() {
      clearInterval(timer);
      listeners.clear();
      closing.abort();
      await following;
      await checking;
      await lease.release().catch(() => undefined);
    },
  };
}
