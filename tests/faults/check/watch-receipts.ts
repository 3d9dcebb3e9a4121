import { partsOf } from '../../../sync/replication/journal.ts';
import type { SimHub } from '../world/sim-hub.ts';
import type { SimStation } from '../world/sim-station.ts';
import type { SimWorld } from '../world/sim-world.ts';

/** What a screen would tick: this version of this record, at this unit. */
export interface Tick { id: string; rev: string; unit: string }
export type ShownTicks = (station: SimStation) => Tick[];

const tables = ['patients', 'encounters', 'dispenses', 'auditEvents', 'medicines', 'lots', 'stockMovements', 'conflicts'];

/** The ticks of everything a PC shows, as its journal tells them. */
export const ticksOf: ShownTicks = ({ db }) => {
  if (!db) return [];
  const revs = new Map<string, string>();
  for (const table of tables) for (const { _id, _rev } of db.store.iterate(table, { withDeleted: true })) revs.set(_id, _rev);
  return db.journal.ticks([...revs.keys()]).flatMap(({ id, proved }) => proved.flatMap((tier) => (tier.proved ? [{ id, rev: revs.get(id) ?? '', unit: tier.unit }] : [])));
};

export interface ReceiptWatch {
  /** Compares what every PC shows with what the tiers hold at this moment. @throws a tick that is not true */
  look(): Promise<void>;
  /** A tier is about to be put back to an older copy: what it held until now was rightly shown. */
  beforeRestore(hub: SimHub): Promise<void>;
  /** Everything is well again: nothing is excused by an earlier restore any more. */
  lookStrictly(): Promise<void>;
}

export function createReceiptWatch(world: SimWorld, shown: ShownTicks = ticksOf): ReceiptWatch {
  /** Found to be held, by tier; void once a tier is put back. */
  const held = new Map<string, { epoch: number; known: Set<string>; once: Set<string> }>();
  const editions = new WeakMap<object, { changed: boolean }>();

  const bookOf = (hub: SimHub) => {
    let book = held.get(hub.unit);
    if (!book) held.set(hub.unit, book = { epoch: hub.epoch, known: new Set(), once: new Set() });
    if (book.epoch !== hub.epoch) Object.assign(book, { epoch: hub.epoch, known: new Set() });
    return book;
  };
  const dirty = ({ db }: SimStation): boolean => {
    if (!db) return false;
    let edition = editions.get(db);
    if (!edition) {
      const mine = edition = { changed: true };
      editions.set(db, mine);
      db.journal.onChange(() => { mine.changed = true; });
    }
    const { changed } = edition;
    edition.changed = false;
    return changed;
  };

  async function check(station: SimStation, strictly: boolean): Promise<void> {
    const asked = new Map<SimHub, Map<string, Tick[]>>();
    for (const tick of shown(station)) {
      const hub = world.hubs.find(({ unit }) => unit === tick.unit);
      if (!hub?.isUp) continue;
      if (!strictly && bookOf(hub).known.has(`${tick.id}@${tick.rev}`)) continue;
      const database = station.db && partsOf(station.db.journal).core.databaseOf(tick.id);
      if (database === undefined) continue;
      const byDatabase = asked.get(hub) ?? new Map<string, Tick[]>();
      asked.set(hub, byDatabase.set(database, [...byDatabase.get(database) ?? [], tick]));
    }
    for (const [hub, byDatabase] of asked) {
      for (const [database, ticks] of byDatabase) {
        const missing = await hub.use(database, (db) => db.missingRevisions(Object.fromEntries(ticks.map(({ id, rev }) => [id, [rev]]))));
        // Nobody can tell now; asked again at the next change.
        if (!missing && (hub.machine.diskFull || !hub.isUp)) continue;
        const book = bookOf(hub);
        for (const { id, rev } of ticks) {
          if (missing && !missing[id]) book.known.add(`${id}@${rev}`);
          else if (strictly || !book.once.has(`${id}@${rev}`)) throw new Error(`a receipt was not true: ${station.name} shows ${id} ${rev} as held by ${hub.unit}`);
        }
      }
    }
  }
  return {
    async look() { for (const station of world.stations) if (station.isUp && dirty(station)) await check(station, false); },
    async lookStrictly() { for (const station of world.stations) await check(station, true); },
    async beforeRestore(hub) {
      const book = bookOf(hub);
      for (const rev of book.known) book.once.add(rev);
      for (const unit of world.units) {
        for (const database of [`health-${unit}`, `resources-${unit}`]) {
          const page = await hub.use(database, async (db) => {
            const { rows } = await db.changes({ since: '', limit: 100_000, style: 'all' });
            return db.bulkGet(rows.flatMap(({ id, leaves }) => leaves.map((rev) => ({ id, rev }))), { revisions: true });
          });
          for (const { id, docs } of page ?? []) {
            for (const doc of docs) {
              if (!('ok' in doc)) continue;
              const { start, ids } = (doc.ok as unknown as { _revisions: { start: number; ids: string[] } })._revisions;
              ids.forEach((hash, n) => book.once.add(`${id}@${start - n}-${hash}`));
            }
          }
        }
      }
    },
  };
}
