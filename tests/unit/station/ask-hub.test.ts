import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { createSyncWorker } from '../../../src-main/station/sync/create-sync-worker.ts';
import { aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

let world: SyncWorld;
beforeEach(() => { world = aSyncWorld(); });
afterEach(() => { world.close(); });

it('[SYN61] what a station asks its hub beside the exchange goes by a session too, opened anew once where the hub forgot it', async () => {
  const seen: string[] = [];
  let valid = 'one';
  const hub: typeof fetch = async (input, init) => {
    const { pathname } = new URL(String(input));
    const headers = new Headers(init?.headers);
    seen.push(`${pathname} ${headers.get('authorization') ?? headers.get('cookie') ?? ''} ${headers.get('range') ?? ''}`.trim());
    if (pathname.endsWith('_session')) return new Response('{"ok":true}', { headers: { 'set-cookie': `AuthSession=${valid}; Path=/` } });
    return new Response('{}', { status: headers.get('cookie') === `AuthSession=${valid}` ? 200 : 401 });
  };
  const settings = { get: (key: string) => (key === 'hub' ? { url: 'http://hub/', user: '25001.pc1', password: 'p' } : undefined) };
  const db = { journal: world.journal, identity: { unit: '25001', unitName: 'x' }, clock: { heardHub: () => undefined }, settings } as unknown as StationDatabase;
  const worker = createSyncWorker({ db, fetch: hub });
  for (let n = 0; n < 2; n += 1) expect((await worker.askHub('/u', { headers: { range: 'bytes=5-' } }))?.status).toBe(200);
  valid = 'two';
  expect((await worker.askHub('/u'))?.status).toBe(200);
  expect(seen).toEqual(['/_session', '/u AuthSession=one bytes=5-', '/u AuthSession=one bytes=5-', '/u AuthSession=one', '/_session', '/u AuthSession=two']);
  await worker.stop();
});
