import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { authorizationOf, type Road } from './sync-subject.ts';

const compress = promisify(gzip);
/** As our own client compresses (`sync/transport/hub-client.ts`). */
const gzipLevel = 6;
const gzipFromBytes = 1024;

interface ChangesPage { results: { id: string; doc: object }[]; last_seq: string }
export interface RawHub {
  bulkDocs(body: string): Promise<void>;
  changes(since: string, limit: number, options?: { longPoll?: boolean; signal?: AbortSignal }): Promise<ChangesPage>;
}

/** The two requests of the bare loop, and nothing else. */
export function createRawHub(road: Road): RawHub {
  const base = `${road.url}/${road.database}`;
  const headers = { authorization: authorizationOf(road), accept: 'application/json', 'content-type': 'application/json' };
  const answer = async (response: Response) => {
    if (!response.ok) throw new Error(`the hub answered ${response.status}`);
    return await response.json() as unknown;
  };
  return {
    async bulkDocs(body) {
      const isLarge = body.length >= gzipFromBytes;
      const sent = isLarge ? new Uint8Array(await compress(body, { level: gzipLevel, memLevel: 9 })) : body;
      const rows = await answer(await fetch(`${base}/_bulk_docs`, { method: 'POST', body: sent, headers: isLarge ? { ...headers, 'content-encoding': 'gzip' } : headers })) as { error?: string }[];
      if (rows.some(({ error }) => error !== undefined)) throw new Error('a document was refused');
    },
    async changes(since, limit, { longPoll = false, signal } = {}) {
      const query = new URLSearchParams({ since, limit: String(limit), include_docs: 'true', style: 'all_docs', ...(longPoll ? { feed: 'longpoll' } : {}) });
      return await answer(await fetch(`${base}/_changes?${query}`, { headers, signal })) as ChangesPage;
    },
  };
}
