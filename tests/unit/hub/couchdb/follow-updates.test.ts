import { expect, it, vi } from 'vitest';
import { followUpdates } from '../../../../src-hub/engine/couchdb/follow-updates.ts';
import type { AskCouch } from '../../../../src-hub/engine/couchdb/couch-server.ts';
import { EngineAway } from '../../../../src-hub/engine/engine.ts';

it('[CDB15] a CouchDB that is back is looked at at once, also where nothing happens there', async () => {
  const ending = new AbortController();
  const asked: string[] = [];
  let isAway = false;
  let backs = 0;
  const untilEnded = () => new Promise<never>((_, reject) => { ending.signal.addEventListener('abort', () => { reject(new Error('ended')); }); });
  // It has no news, so that a question that waits for some is not answered.
  const ask = (async (_method: string, path: string) => {
    asked.push(path);
    if (isAway) throw new EngineAway('no answer');
    if (asked.length === 1) { isAway = true; return { status: 200, body: { results: [], last_seq: '7-x' } }; }
    return path.includes('feed=longpoll') ? untilEnded() : { status: 200, body: { results: [], last_seq: '7-x' } };
  }) as AskCouch;
  const following = followUpdates({ ask, prefix: '', signal: ending.signal, tell: () => Promise.resolve(), back: () => { backs += 1; return Promise.resolve(); } });
  try {
    await vi.waitFor(() => { expect(asked.length).toBe(2); }, 20_000);
    expect(backs).toBe(0);
    isAway = false;
    await vi.waitFor(() => { expect([backs, asked.at(-1)]).toEqual([1, expect.stringContaining('feed=longpoll')]); }, 20_000);
  } finally {
    ending.abort();
    await following;
  }
});
