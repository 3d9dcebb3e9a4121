import { randomUUID } from 'node:crypto';
import type { Engine, Sequence } from '../engine/engine.ts';
import type { AskParent } from './parent-client.ts';

/**
 * How far a database has been sent. One copy lies in our database's own file, one at the parent: whichever side is put back
 * from an older copy, the smaller of the two tells where to go on. Each names the parent's database it speaks of (`identity`):
 * one made anew holds nothing, even where a late mark was written into it.
 */
export interface PushCheckpoint { load(database: string, identity: string, signal: AbortSignal): Promise<Sequence>; save(database: string, sequence: Sequence, signal: AbortSignal): Promise<void> }

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
  };
}

const revOf = async (reading: Promise<{ _rev?: string } | undefined>): Promise<{ _rev?: string }> => {
  const rev = (await reading)?._rev;
  return rev === undefined ? {} : { _rev: rev };
};

const DOWN_ID = 'tramxa-down';

/** How far the parent's feed of a database has been read; lies with what it brought. */
export async function loadPullSequence(engine: Engine, database: string): Promise<string> {
  const mark = (await engine.use(database, (db) => db.readLocal(DOWN_ID))) as Mark | undefined;
  return typeof mark?.sequence === 'string' ? mark.sequence : '0';
}

export async function savePullSequence(engine: Engine, database: string, sequence: string): Promise<void> {
  await engine.use(database, async (db) => db.writeLocal(DOWN_ID, { sequence, ...await revOf(db.readLocal(DOWN_ID)) }));
}
