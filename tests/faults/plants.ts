import type { OperationAnswer } from '../../src-shared/contract/operations.ts';
import type { Random } from './interpose/seeded-random.ts';
import type { ShownTicks } from './check/watch-receipts.ts';
import { ticksOf } from './check/watch-receipts.ts';
import type { SimWorld } from './world/sim-world.ts';

type Run = (operation: string, key: string, input: unknown) => OperationAnswer | undefined;

/** A bug put in at the simulator's seams, to prove that it would be found. */
export interface Plant {
  /** Between an operation and its answer. */
  answered?: (run: Run, random: Random) => Run;
  /** Between the receipts and the screen. */
  shown?: ShownTicks;
  /** Once the world stands; after each step. */
  begin?: (world: SimWorld) => void;
  step?: (world: SimWorld) => Promise<void>;
}

/** One save in fifty is answered and never made. */
const acknowledgedWriteDropped: Plant = {
  answered: (run, random) => (operation, key, input) => {
    const { id } = input as { id?: string };
    return id !== undefined && random() < 0.02 ? { ok: true, result: { id, ids: [id], warnings: [], already: false } } : run(operation, key, input);
  },
};

/** The tier's older copy of a station's own record takes the place of an edit that still waits to be sent. */
const echoOverNewerEdit: Plant = {
  async step(world) {
    for (const station of world.stations) {
      const { db } = station;
      if (!db || !station.isUp || station.machine.diskFull) continue;
      const waiting = db.store.sql.all<{ id: string; baseRev: string }>("SELECT id, baseRev FROM sync_outbox WHERE state = 'waiting' AND tbl = 'patients' AND baseRev IS NOT NULL");
      for (const { id, baseRev } of waiting) {
        const echo = await station.hub.use(`health-${station.unit}`, (database) => database.read(id));
        const mine = db.store.get('patients', id);
        if (!echo || echo === 'deleted' || echo._rev !== baseRev || !mine) continue;
        db.store.commit({ context: 'plant', documents: [{ table: 'patients', document: { ...mine, ...echo, _rev: String(echo._rev), _deleted: false } }] });
      }
    }
  },
};

/** What was sent without an error is ticked, at every tier above. */
const receiptFromNoFailure: Plant = {
  shown(station) {
    const { db } = station;
    if (!db) return [];
    const waits = new Set(db.store.sql.all<{ id: string }>("SELECT id FROM sync_outbox WHERE state IN ('waiting', 'denied')").map(({ id }) => id));
    const sent = ['patients', 'encounters', 'auditEvents', 'stockMovements'].flatMap((table) => [...db.store.iterate(table)])
      .flatMap(({ _id, _rev }) => (waits.has(_id) ? [] : db.journal.path().map(({ unit }) => ({ id: _id, rev: _rev, unit }))));
    return [...ticksOf(station), ...sent];
  },
};

/** Not a bug of the product: the process itself ends. */
const processDies: Plant = { begin: () => process.exit(7) };

export const plants: Readonly<Record<string, Plant>> = { acknowledgedWriteDropped, echoOverNewerEdit, receiptFromNoFailure, processDies };
