import { filter } from 'rxjs';
import { replicateCouchDB } from 'rxdb/plugins/replication-couchdb';
import { createRxStorage, openStore } from '../../store/index.ts';
import { openRxEncounters } from '../storage/rx-subject.ts';
import { benchKey } from '../support/bench-key.ts';
import { createArrivals } from './arrivals.ts';
import { authorizationOf, peerRetryMs, type Road, type SyncStation, type SyncSubject } from './sync-subject.ts';

const saveBatch = 500;

/** `rxdb/plugins/replication-couchdb` on our own storage: what we would use had we not written ours. */
async function openStation(place: string, road: Road) {
  const store = openStore({ file: `${place}.db`, key: benchKey() });
  const { database, collection } = await openRxEncounters(`plugin-${place.replace(/\W/g, '-')}`, createRxStorage(store));
  const authorization = authorizationOf(road);
  const replicate = (directions: { push?: object; pull?: object; live: boolean }) => replicateCouchDB({
    replicationIdentifier: 'bench', collection, url: `${road.url}/${road.database}/`, waitForLeadership: false, retryTime: peerRetryMs, ...directions,
    fetch: (input, init) => fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string> | undefined), authorization } }),
  });
  const once = async (directions: { push?: object; pull?: object }) => {
    const state = replicate({ ...directions, live: false });
    const failed = new Promise<never>((_, reject) => { state.error$.subscribe(reject); });
    await Promise.race([state.awaitInitialReplication(), failed]);
    await state.cancel();
  };
  return { store, database, collection, replicate, once };
}

export const rxdbPlugin: SyncSubject = {
  async open(place, road): Promise<SyncStation> {
    const { store, database, collection, replicate, once } = await openStation(place, road);
    return {
      async save(encounters) {
        for (let from = 0; from < encounters.length; from += saveBatch) await collection.bulkInsert(encounters.slice(from, from + saveBatch));
      },
      push: (batchSize) => once({ push: { batchSize } }),
      catchUp: (batchSize) => once({ pull: { batchSize } }),
      pull: (batchSize) => once({ pull: { batchSize } }),
      count: async () => (await collection.find({ selector: { _id: { $gte: 'encounters:', $lt: 'encounters;' } } }).exec()).length,
      async insist(batchSize, signal) {
        const state = replicate({ push: { batchSize }, live: true });
        const gaveUp = new Promise<never>((_, reject) => { signal.addEventListener('abort', () => reject(new Error('gave up')), { once: true }); });
        try { await Promise.race([state.awaitInitialReplication(), gaveUp]); } finally { await state.cancel(); }
      },
      async close() {
        await database.close();
        store.close();
      },
    };
  },
  async live([placeA, placeB], [roadA, roadB]) {
    const [a, b] = [await openStation(placeA, roadA), await openStation(placeB, roadB)];
    const arrivals = createArrivals();
    b.collection.$.pipe(filter(({ operation }) => operation === 'INSERT')).subscribe(({ documentId }) => arrivals.came(documentId));
    const states = [a, b].map(({ replicate }) => replicate({ push: { batchSize: 100 }, pull: { batchSize: 100 }, live: true }));
    for (const state of states) await state.awaitInitialReplication();
    return {
      save: async (encounter) => { await a.collection.insert(encounter); },
      seen: arrivals.seen,
      async stop() {
        for (const state of states) await state.cancel();
        for (const { database, store } of [a, b]) {
          await database.close();
          store.close();
        }
      },
    };
  },
};
