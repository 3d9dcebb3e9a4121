import { randomUUID } from 'node:crypto';
import type { Engine, Sequence } from '../engine/engine.ts';
import type { AskParent } from './parent-client.ts';

/**
 * How far a database has been sent. One copy lies in our database's own file, one at the parent: whichever side is put back
 * from an older copy, the smaller of the two tells where to go on. Each names the parent's database it speaks of (`identity`):
 * one made anew holds nothing, even where a late mark was written into it.
 */
export interface PushCheckpoint {
  load(database: string, identity: string, signal: AbortSignal): Promise<Sequence>;
  save(database: string, sequence: Sequence, signal: AbortSignal): Promise<void>;
  /** The parent's database may have been put back: nothing is marked before the next `load`. */
  forget(database: string): void;
}

const LOCAL_ID = 'tramxa-up';
interface Mark { session?: unknown; sequence?: unknown; above?: unknown; _rev?: string }

const numberOf = (sequence: unknown) => Number.parseInt(String(sequence), 10) || 0;

export function createPushCheckpoint(engine: Engine, ask: AskParent, uuid: string): PushCheckpoint {
  const sessions = new Map<string, { session: string; identity: string; parentRev: string | undefined }>();
  const pathOf = (database: string) => `/${database}/_local/${LOCAL_ID}-${uuid}`;
  return {
    async load(database, identity, signal) {
      const own = (await engine.use(database, (db) => db.readLocal(LOCAL_ID))) as Mark | undefined;
      const { status, body } = await ask('GET', pathOf(database), { signal, allow: [404] });
      const parents = (status === 200 ? body : undefined) as Mark | undefined;
      const parentRev = parents?._rev;
      if (own && parents && own.session === parents.session && own.above === identity && parents.above === identity) {
        sessions.set(database, { session: String(own.session), identity, parentRev });
        return String(numberOf(own.sequence) < numberOf(parents.sequence) ? own.sequence : parents.sequence);
      }
      sessions.set(database, { session: randomUUID(), identity, parentRev });
      return '';
    },
    async save(database, sequence, signal) {
      const known = sessions.get(database);
      if (!known) return;
      const mark = { session: known.session, sequence, above: known.identity };
      const { status, body } = await ask('PUT', pathOf(database), { body: { ...mark, ...(known.parentRev === undefined ? {} : { _rev: known.parentRev }) }, signal, allow: [409] });
      // Made anew since: the next look at the parent's database finds that out.
      if (status === 409) return;
      known.parentRev = (body as { rev?: string } | undefined)?.rev;
      await engine.use(database, async (db) => db.writeLocal(LOCAL_ID, { ...mark, ...await revOf(db.readLocal(LOCAL_ID)) }));
    },
    forget(database) { sessions.delete(database); },
  };
}

const revOf = async (reading: Promise<{ _rev?: string } | undefined>): Promise<{ _rev?: string }> => {
  const rev = (await reading)?._rev;
  return rev === undefined ? {} : { _rev: rev };
};

const DOWN_ID = 'tramxa-down';
/** So far a mark at the parent may lag behind: what is read once more after the parent was put back, or the line was lost. */
const DOWN_MARK_EVERY = 500;

/**
 * How far the parent's feed of a database has been read. As with what goes up one copy lies here and one at the parent, which goes back with the
 * parent's database: a CouchDB put back from an older copy says nothing of what was written there since, to a reader who is ahead of it.
 */
export interface PullCheckpoint {
  load(database: string, signal: AbortSignal): Promise<string>;
  /** `brought`: something came. */
  save(database: string, sequence: string, brought: boolean, signal: AbortSignal): Promise<void>;
  /** The parent's database may have been put back: at the next `load` the two copies are compared. */
  forget(database: string): void;
}

export function createPullCheckpoint(engine: Engine, ask: AskParent, uuid: string): PullCheckpoint {
  /** `session` is undefined where the parent lets nobody mark anything. */
  const marks = new Map<string, { session: string | undefined; parentRev: string | undefined; marked: number }>();
  const pathOf = (database: string) => `/${database}/_local/${DOWN_ID}-${uuid}`;
  return {
    async load(database, signal) {
      const own = (await engine.use(database, (db) => db.readLocal(DOWN_ID))) as Mark | undefined;
      const place = typeof own?.sequence === 'string' ? own.sequence : '0';
      if (marks.has(database)) return place;
      const { status, body } = await ask('GET', pathOf(database), { signal, allow: [401, 403, 404] });
      const parents = (status === 200 ? body : undefined) as Mark | undefined;
      const isKnown = own?.session !== undefined && own.session === parents?.session;
      const session = isKnown ? String(own.session) : randomUUID();
      // Without a session: of an earlier program, or of a parent that lets nobody mark.
      const from = isKnown ? (numberOf(parents?.sequence) < numberOf(place) ? String(parents?.sequence) : place) : own?.session === undefined ? place : '0';
      // Kept also where nothing comes from there: the next look begins at what is kept.
      if (from !== place) await engine.use(database, async (db) => db.writeLocal(DOWN_ID, { sequence: from, session, ...await revOf(db.readLocal(DOWN_ID)) }));
      marks.set(database, { session, parentRev: parents?._rev, marked: isKnown ? numberOf(parents?.sequence) : -Infinity });
      return from;
    },
    async save(database, sequence, brought, signal) {
      const known = marks.get(database);
      if (!known) return;
      if (known.session !== undefined && (brought || numberOf(sequence) - known.marked >= DOWN_MARK_EVERY)) {
        const { status, body } = await ask('PUT', pathOf(database), { body: { session: known.session, sequence, ...(known.parentRev === undefined ? {} : { _rev: known.parentRev }) }, signal, allow: [401, 403, 409] });
        // Put back at this moment: compared at the next look.
        if (status === 409) { marks.delete(database); return; }
        if (status === 401 || status === 403) known.session = undefined;
        else Object.assign(known, { parentRev: (body as { rev?: string } | undefined)?.rev, marked: numberOf(sequence) });
      }
      await engine.use(database, async (db) => db.writeLocal(DOWN_ID, { sequence, ...(known.session === undefined ? {} : { session: known.session }), ...await revOf(db.readLocal(DOWN_ID)) }));
    },
    forget(database) { marks.delete(database); },
  };
}
