import { documentTables, fieldsAtEnd, syncedCollections, syncedDatabases } from '../../src-main/station/db/document-tables.ts';
import { openStore } from '../../store/index.ts';
import { createReplicator, openJournal, type Replicator } from '../../sync/index.ts';
import { benchKey } from '../support/bench-key.ts';
import type { EncounterBody } from '../support/encounters.ts';
import { createArrivals } from './arrivals.ts';
import type { Road, SyncStation, SyncSubject } from './sync-subject.ts';

const saveBatch = 500;

function openStation(place: string, road: Road) {
  const store = openStore({ file: `${place}.db`, key: benchKey() });
  for (const table of documentTables) store.defineTable(table);
  const journal = openJournal({ store, unit: road.unit, device: deviceOf(road), databases: syncedDatabases(road.unit), collections: syncedCollections, fieldsAtEnd, now: Date.now });
  const replicator = createReplicator({ journal, hubUrl: road.url, user: road.user, password: road.password });
  const save = (encounters: readonly EncounterBody[]) => {
    for (let from = 0; from < encounters.length; from += saveBatch) {
      journal.save({ documents: encounters.slice(from, from + saveBatch).map((body) => ({ body, expectedRev: null })), context: 'recordVisit' });
    }
  };
  return { store, journal, replicator, save };
}

/** The device a credential was made for, as the benchmark names them: `<unit>.<device>`. */
export const deviceOf = ({ user }: Road): string => user.slice(user.indexOf('.') + 1);

/** Our replicator on our store. An exchange is always whole: the push is timed up to the last batch noted as sent. Batches are its own choice. */
export const ours: SyncSubject = {
  async open(place, road): Promise<SyncStation> {
    const { store, journal, replicator, save } = openStation(place, road);
    let rest: Promise<unknown> = Promise.resolve();
    return {
      save: async (encounters) => save(encounters),
      push: () => new Promise((resolve, reject) => {
        rest = replicator.exchange({ onProgress: ({ toPush }) => { if (toPush === 0) resolve(); } });
        rest.then(() => resolve(), reject);
      }),
      async catchUp() {
        await rest;
        await replicator.exchange();
      },
      async pull() { await replicator.exchange(); },
      count: async () => store.count('encounters'),
      insist: (_batch, signal) => untilSent(replicator, () => journal.waiting().count === 0, signal),
      async close() {
        await replicator.stop();
        store.close();
      },
    };
  },
  async live([placeA, placeB], [roadA, roadB]) {
    const [a, b] = [openStation(placeA, roadA), openStation(placeB, roadB)];
    const arrivals = createArrivals();
    b.store.changes.subscribe(({ changes }) => { for (const { document } of changes) arrivals.came(document._id); });
    for (const { replicator } of [a, b]) {
      replicator.start();
      await isIdle(replicator);
    }
    return {
      save: async (encounter) => a.save([encounter]),
      seen: arrivals.seen,
      async stop() {
        for (const { replicator, store } of [a, b]) {
          await replicator.stop();
          store.close();
        }
      },
    };
  },
};

function isIdle(replicator: Replicator): Promise<void> {
  return new Promise((resolve) => {
    const look = () => { if (replicator.state().line === 'idle') { off(); resolve(); } };
    const off = replicator.onState(look);
    look();
  });
}

function untilSent(replicator: Replicator, isSent: () => boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const off = replicator.onState(() => { if (isSent()) { off(); resolve(); } });
    signal.addEventListener('abort', () => { off(); reject(new Error('gave up')); }, { once: true });
    replicator.start();
  });
}
