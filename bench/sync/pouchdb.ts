import { createArrivals } from './arrivals.ts';
import { openLocalPouch, openRemotePouch, type Replication } from './open-pouch.ts';
import { peerRetryMs, type SyncStation, type SyncSubject } from './sync-subject.ts';

const saveBatch = 500;
const keepTrying = { live: true, retry: true, back_off_function: () => peerRetryMs };

/** `PouchDB.replicate` over HTTP. */
export const pouchdb: SyncSubject = {
  async open(place, road): Promise<SyncStation> {
    const local = openLocalPouch(place);
    const remote = openRemotePouch(road);
    return {
      async save(encounters) {
        for (let from = 0; from < encounters.length; from += saveBatch) await local.bulkDocs(encounters.slice(from, from + saveBatch));
      },
      push: async (batch) => { await local.replicate.to(remote, { batch_size: batch }); },
      catchUp: async (batch) => { await local.replicate.from(remote, { batch_size: batch }); },
      pull: async (batch) => { await local.replicate.from(remote, { batch_size: batch }); },
      count: async () => (await local.allDocs({ startkey: 'encounters:', endkey: 'encounters;' })).rows.length,
      async insist(batch, signal) {
        const replication = local.replicate.to(remote, { batch_size: batch, ...keepTrying });
        try { await untilPaused(replication, signal); } finally { replication.cancel(); }
      },
      async close() {
        await local.close();
        await remote.close();
      },
    };
  },
  async live([placeA, placeB], [roadA, roadB]) {
    const [a, b] = [openLocalPouch(placeA), openLocalPouch(placeB)];
    const [remoteA, remoteB] = [openRemotePouch(roadA), openRemotePouch(roadB)];
    const arrivals = createArrivals();
    const feed = b.changes({ live: true, since: 'now' }).on('change', ({ id }) => arrivals.came(id));
    const replications = [a.replicate.to(remoteA, { batch_size: 100, ...keepTrying }), b.replicate.from(remoteB, { batch_size: 100, ...keepTrying })];
    await Promise.all(replications.map((replication) => untilPaused(replication)));
    return {
      save: async (encounter) => { await a.put(encounter); },
      seen: arrivals.seen,
      async stop() {
        feed.cancel();
        for (const replication of replications) replication.cancel();
        for (const pouch of [a, b, remoteA, remoteB]) await pouch.close();
      },
    };
  },
};

/** `paused` without an error: everything was sent. */
function untilPaused(replication: Replication, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    replication.on('paused', (error) => { if (!error) resolve(); });
    replication.on('error', reject);
    signal?.addEventListener('abort', () => reject(new Error('gave up')), { once: true });
  });
}
