import type { AskParent } from './parent-client.ts';
import { ParentProblem } from './parent-client.ts';

/** Sees to it that a database is there at the parent. */
export interface DatabasesAbove {
  /** Makes it where it is missing and we may. Returns which one it is: a database deleted and made again is another one. */
  ensure(database: string, signal: AbortSignal): Promise<string>;
}

/** So long, in milliseconds, a database found at the parent is taken to be there still. */
const TRUSTED_MS = 5000;

interface Facts { uuid?: unknown; instance_start_time?: unknown }

export function createDatabasesAbove(ask: AskParent, onMadeAnew: (database: string) => void): DatabasesAbove {
  const known = new Map<string, { identity: string; at: number }>();
  /** Asked for by what goes up and what comes down at one moment. */
  const asked = new Map<string, Promise<string>>();

  async function find(database: string, signal: AbortSignal): Promise<string | undefined> {
    const { status, body } = await ask('GET', `/${database}`, { signal, allow: [404] });
    const { uuid = '', instance_start_time: madeAt = '' } = (body ?? {}) as Facts;
    return status === 404 ? undefined : `${String(uuid)}/${String(madeAt)}`;
  }

  async function make(database: string, signal: AbortSignal): Promise<string> {
    // A bare CouchDB lets administrators make databases only: this one must wait for them, the others go on.
    const { status } = await ask('PUT', `/${database}`, { signal, allow: [401, 403, 412] });
    const made = status === 401 || status === 403 ? undefined : await find(database, signal);
    if (made === undefined) throw new ParentProblem('refuses', 'has no such database, and does not let this hub make it', 404);
    return made;
  }

  async function look(database: string, signal: AbortSignal): Promise<string> {
    const before = known.get(database);
    const identity = await find(database, signal) ?? await make(database, signal);
    known.set(database, { identity, at: performance.now() });
    if (before && before.identity !== identity) onMadeAnew(database);
    return identity;
  }

  return {
    async ensure(database, signal) {
      const before = known.get(database);
      if (before && performance.now() - before.at < TRUSTED_MS) return before.identity;
      let looking = asked.get(database);
      if (!looking) asked.set(database, looking = look(database, signal).finally(() => { asked.delete(database); }));
      return looking;
    },
  };
}
