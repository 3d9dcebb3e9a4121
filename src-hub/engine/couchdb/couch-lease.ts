import type { AskCouch } from './couch-server.ts';

/** Which hub works on a CouchDB's databases. Two that do would count, judge and send everything twice, each by its own book. */
export interface CouchLease {
  /** Takes the lease, or takes it again; answers why not where another hub has it. */
  take(now: number): Promise<'otherHub' | 'otherProcess' | undefined>;
  /** The next hub need not wait. */
  release(): Promise<void>;
}

/** A hub that was not heard of for this long is gone; it says so every minute. */
const STALE_MS = 150_000;

interface LeaseDocument { _rev?: string; hub?: string; process?: string; at?: number }

/** `hub`: kept by the hub's book, so that it goes on at once after a crash; `process`: of this run alone. Lies in `reference`, unreplicated. */
export function createCouchLease({ ask, prefix, hub, process }: { ask: AskCouch; prefix: string; hub: string; process: string }): CouchLease {
  const path = `/${prefix}reference/_local/tramxa-hub`;
  let isMine = false;
  const read = async () => (await ask<LeaseDocument>('GET', path, { allow: [404] })).body;
  return {
    async take(now) {
      const found = await read();
      const age = now - (found?.at ?? -Infinity);
      // A time far ahead is of a clock that was put right since.
      const isFresh = Math.abs(age) < STALE_MS;
      if (found?.hub !== undefined && found.hub !== hub && isFresh) return 'otherHub';
      if (isMine && found?.hub === hub && found.process !== process && isFresh) return 'otherProcess';
      const { status } = await ask('PUT', path, { body: { ...(found?._rev === undefined ? {} : { _rev: found._rev }), hub, process, at: now }, allow: [409] });
      isMine = status !== 409;
      return status === 409 ? 'otherHub' : undefined;
    },
    async release() {
      if (!isMine) return;
      const found = await read();
      if (found?._rev !== undefined && found.process === process) await ask('DELETE', `${path}?rev=${encodeURIComponent(found._rev)}`, { allow: [404, 409] });
    },
  };
}
