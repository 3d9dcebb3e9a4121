import { applyPage } from '../replication/apply-page.ts';
import { readCheckpoint, restartCheckpoint } from '../replication/checkpoint.ts';
import type { JournalParts } from '../replication/journal.ts';
import type { ChangesPage } from '../transport/changes-page.ts';
import { TransportError } from '../types.ts';
import type { Neighbour } from './neighbour-book.ts';
import type { NeighbourClient } from './neighbour-client.ts';

export interface FollowOptions { parts: JournalParts; client: NeighbourClient; neighbour: Neighbour; signal: AbortSignal; onHeard: (pulled: number) => void }

const pageSize = 200;
const longPollMs = 20_000;

/** Takes over all a neighbour has and then everything new as it comes, until the line breaks or the signal. */
export async function followNeighbour({ parts, client, neighbour, signal, onHeard }: FollowOptions): Promise<void> {
  const { core } = parts;
  const ended = new AbortController();
  const both = AbortSignal.any([signal, ended.signal]);
  const follow = async (database: string): Promise<void> => {
    const place = `neighbour:${neighbour.fingerprint.slice(0, 32)}:${database}`;
    while (!both.aborted) {
      const { since, hub } = readCheckpoint(core, place);
      const page = await client.request<Partial<ChangesPage> & { file?: string }>(`/${database}/_changes?feed=longpoll&timeout=${longPollMs}&limit=${pageSize}&since=${since}`, { signal: both });
      if (!Array.isArray(page.results) || page.last_seq === undefined || typeof page.file !== 'string') throw new TransportError('hubBroken', 'a page of changes is not what the protocol says');
      // Another file than the one read before, or an older copy of it: read again from the start.
      if (page.file !== hub || Number(page.last_seq) < Number(since)) {
        core.commit({ documents: [], leaves: [], outbox: [], context: 'lan-neighbour', sql: (sql) => restartCheckpoint(sql, place, page.file ?? '') });
        if (since !== '0') continue;
      }
      if (page.results.length === 0 && String(page.last_seq) === since) { onHeard(0); continue; }
      const plan = await applyPage({ parts, client, database, page: page as ChangesPage, signal: both, neighbour: place });
      onHeard(plan.applied);
    }
  };
  const loops = core.databasesUp.map(follow);
  try {
    await Promise.race(loops);
  } finally {
    ended.abort();
    await Promise.allSettled(loops);
  }
}
