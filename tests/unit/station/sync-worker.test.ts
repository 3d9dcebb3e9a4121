import { afterEach, expect, it } from 'vitest';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { createSyncWorker } from '../../../src-main/station/sync/create-sync-worker.ts';
import type { SyncWorker } from '../../../src-main/station/sync/sync-worker.ts';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import { aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

let world: SyncWorld | undefined;
let worker: SyncWorker | undefined;
afterEach(async () => {
  await worker?.stop();
  world?.close();
});

const until = async (holds: () => boolean) => { while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 5); }); };

it('[ACC15] whoever asks about the line while the station joins another hub does not bring the former one back', async () => {
  world = aSyncWorld();
  const hub = createCouchStandIn();
  const asked: string[] = [];
  const settings = new Map<string, unknown>([['hub', { url: 'http://former', user: 'u', password: 'p' }]]);
  const db = {
    journal: world.journal, identity: { unit: '25001', unitName: 'Trạm' }, clock: { heardHub: () => undefined },
    settings: { get: (key: string) => settings.get(key), set: (key: string, value: unknown) => { settings.set(key, value); } },
  } as unknown as StationDatabase;
  worker = createSyncWorker({ db, fetch: (input, init) => { asked.push(new URL(String(input)).host); return hub.fetch(input, init); } });
  worker.start();
  await until(() => asked.length > 3);
  const joining = worker.enrol({ url: 'http://present', user: 'u', password: 'q' });
  // A page looks at the line whenever it changes, and it changes now.
  worker.line();
  await joining;
  asked.length = 0;
  await until(() => asked.length > 3);
  expect(new Set(asked)).toEqual(new Set(['present']));
});
