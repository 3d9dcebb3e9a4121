import { hash } from 'node:crypto';
import type { EncounterBody } from '../support/encounters.ts';
import { openRawConnection } from '../support/raw-connection.ts';
import { createArrivals } from './arrivals.ts';
import { createRawHub } from './raw-hub.ts';
import { peerRetryMs, type Road, type SyncStation, type SyncSubject } from './sync-subject.ts';

const tables = `
  CREATE TABLE IF NOT EXISTS encounters (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rev TEXT NOT NULL, patient TEXT NOT NULL, day TEXT NOT NULL, status TEXT NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS encounters_patient ON encounters (patient, day);
  CREATE INDEX IF NOT EXISTS encounters_day ON encounters (day);
  CREATE INDEX IF NOT EXISTS encounters_status ON encounters (status, day);
  CREATE TABLE IF NOT EXISTS outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, rev TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS checkpoint (name TEXT PRIMARY KEY, since TEXT NOT NULL)`;

type Row = EncounterBody & { _rev: string };
interface Waiting { seq: number; body: string }

/** A bare loop of `_bulk_docs` and of `_changes`, by hand on the same driver, cipher and pragmas, with our compression. */
function openStation(place: string, road: Road) {
  const connection = openRawConnection(`${place}.db`);
  connection.exec(tables);
  const hub = createRawHub(road);
  const insert = connection.prepare('INSERT OR REPLACE INTO encounters (id, rev, patient, day, status, body) VALUES (?, ?, ?, ?, ?, ?)');
  const enqueue = connection.prepare('INSERT INTO outbox (id, rev) VALUES (?, ?)');
  const next = connection.prepare('SELECT o.seq AS seq, e.body AS body FROM outbox o JOIN encounters e ON e.id = o.id ORDER BY o.seq LIMIT ?');
  const done = connection.prepare('DELETE FROM outbox WHERE seq <= ?');
  const remember = connection.prepare("INSERT OR REPLACE INTO checkpoint (name, since) VALUES ('hub', ?)");
  const checkpoint = connection.prepare("SELECT since FROM checkpoint WHERE name = 'hub'").pluck();
  const write = (row: Row, body: string) => insert.run(row._id, row._rev, row.patientId, row.occurredOn, row.status, body);

  const save = connection.transaction((encounters: readonly EncounterBody[]) => {
    for (const encounter of encounters) {
      const row: Row = { ...encounter, _rev: `1-${hash('sha256', JSON.stringify(encounter), 'hex').slice(0, 32)}` };
      write(row, JSON.stringify(row));
      enqueue.run(row._id, row._rev);
    }
  });
  const receive = connection.transaction((rows: readonly Row[], since: string) => {
    for (const row of rows) if (row._id.startsWith('encounters:')) write(row, JSON.stringify(row));
    remember.run(since);
  });
  const since = () => (checkpoint.get() as string | undefined) ?? '0';

  return {
    connection, hub, save, since,
    async push(batch: number) {
      for (;;) {
        const waiting = next.all(batch) as Waiting[];
        const last = waiting.at(-1);
        if (!last) return;
        await hub.bulkDocs(`{"new_edits":false,"docs":[${waiting.map(({ body }) => body).join(',')}]}`);
        done.run(last.seq);
      }
    },
    async pull(batch: number, arrived: (id: string) => void = () => undefined) {
      for (;;) {
        const page = await hub.changes(since(), batch);
        receive(page.results.map(({ doc }) => doc as Row), page.last_seq);
        for (const { id } of page.results) arrived(id);
        if (page.results.length < batch) return;
      }
    },
    async follow(arrived: (id: string) => void, signal: AbortSignal) {
      while (!signal.aborted) {
        const page = await hub.changes(since(), 1000, { longPoll: true, signal });
        receive(page.results.map(({ doc }) => doc as Row), page.last_seq);
        for (const { id } of page.results) arrived(id);
      }
    },
  };
}

export const raw: SyncSubject = {
  async open(place, road): Promise<SyncStation> {
    const station = openStation(place, road);
    return {
      save: async (encounters) => { station.save(encounters); },
      push: (batch) => station.push(batch),
      catchUp: (batch) => station.pull(batch),
      pull: (batch) => station.pull(batch),
      count: async () => station.connection.prepare('SELECT count(*) FROM encounters').pluck().get() as number,
      async insist(batch, signal) {
        for (;;) {
          signal.throwIfAborted();
          try { return await station.push(batch); } catch { await new Promise((resolve) => { setTimeout(resolve, peerRetryMs); }); }
        }
      },
      async close() { station.connection.close(); },
    };
  },
  async live([placeA, placeB], [roadA, roadB]) {
    const [a, b] = [openStation(placeA, roadA), openStation(placeB, roadB)];
    const arrivals = createArrivals();
    const stopped = new AbortController();
    await b.pull(1000);
    const following = b.follow(arrivals.came, stopped.signal).catch((error: unknown) => { if (!stopped.signal.aborted) throw error; });
    return {
      async save(encounter) {
        a.save([encounter]);
        await a.push(1000);
      },
      seen: arrivals.seen,
      async stop() {
        stopped.abort();
        await following;
        for (const { connection } of [a, b]) connection.close();
      },
    };
  },
};
