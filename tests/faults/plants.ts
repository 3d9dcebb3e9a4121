import { partsOf } from '../../sync/replication/journal.ts';
import { allWaiting } from '../../sync/replication/outbox.ts';
import type { OperationAnswer } from '../../src-shared/contract/operations.ts';
import type { Random } from './interpose/seeded-random.ts';
import type { ShownTicks } from './check/watch-receipts.ts';
import { ticksOf } from './check/watch-receipts.ts';
import { livingDocuments } from './check/holdings.ts';
import type { SimHub } from './world/sim-hub.ts';
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
  /** After a hub was brought a bundle it had taken before. */
  takenAgain?: (hub: SimHub, unit: string) => Promise<void>;
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
    const waits = new Set([...allWaiting(partsOf(db.journal).core), ...db.journal.denied()].map(({ id }) => id));
    const sent = ['patients', 'encounters', 'auditEvents', 'stockMovements'].flatMap((table) => [...db.store.iterate(table)])
      .flatMap(({ _id, _rev }) => (waits.has(_id) ? [] : db.journal.path().map(({ unit }) => ({ id: _id, rev: _rev, unit }))));
    return [...ticksOf(station), ...sent];
  },
};

/** A bundle brought again is stored as if it were another: its records are there twice. */
const bundleTakenTwice: Plant = {
  async takenAgain(hub, unit) {
    const patient = (await livingDocuments(hub, `health-${unit}`)).find(({ _id }) => _id.startsWith('patients:'));
    if (patient) await hub.use(`health-${unit}`, (db) => db.write([{ ...patient, _id: `${patient._id.slice(0, -1)}f`, _rev: '1-0123456789abcdef0123456789abcdef' }], { minted: true }));
  },
};

/** What somebody deleted elsewhere is deleted here. */
const strangersDeletionTaken: Plant = {
  async step(world) {
    for (const { db, isUp, machine } of world.stations) {
      if (!db || !isUp || machine.diskFull) continue;
      for (const { kind, recordId } of [...db.store.iterate('conflicts')]) {
        const record = kind === 'deleted' ? db.store.get('patients', String(recordId)) : undefined;
        if (record && !record._deleted) db.store.commit({ context: 'plant', documents: [{ table: 'patients', document: { ...record, _deleted: true } }] });
      }
    }
    await Promise.resolve();
  },
};

/** What a PC holds of a movement is not what the movement says, under the same revision. */
const ledgerMiscounted: Plant = {
  async step(world) {
    for (const { db, isUp, machine } of world.stations) {
      if (!db || !isUp || machine.diskFull) continue;
      const movement = [...db.store.iterate('stockMovements')].find(({ quantityBaseUnits }) => Number(quantityBaseUnits) < 0);
      if (movement) db.store.commit({ context: 'plant', documents: [{ table: 'stockMovements', document: { ...movement, quantityBaseUnits: -Number(movement['quantityBaseUnits']) } }] });
    }
    await Promise.resolve();
  },
};

/** A PC leaves out of a newer program's record what it does not know. */
const unknownFieldDropped: Plant = {
  async step(world) {
    for (const { db, isUp, machine } of world.stations) {
      if (!db || !isUp || machine.diskFull) continue;
      for (const { bloodGroupNote, ...record } of [...db.store.iterate('patients')]) if (bloodGroupNote !== undefined) db.store.commit({ context: 'plant', documents: [{ table: 'patients', document: record }] });
    }
    await Promise.resolve();
  },
};

/** A save with a key that was used before is made again. */
const keyForgotten: Plant = { answered: (run) => (operation, key, input) => run(operation, `${key} of another`, input) };

/** The highest hub puts a record under another unit, too. */
const recordUnderTwoUnits: Plant = {
  async step(world) {
    const [from, to] = world.units;
    const top = world.hubs.at(-1);
    if (from === undefined || to === undefined || !top) return;
    const patient = (await livingDocuments(top, `health-${from}`)).find(({ _id }) => _id.startsWith('patients:'));
    if (patient) await top.use(`health-${to}`, (db) => db.write([{ ...patient, _rev: '1-0123456789abcdef0123456789abcdef' }], { minted: true }));
  },
};

/** In the product itself, by a module that takes another's place (`interpose/planted-modules.ts`). */
const losingEditForgotten: Plant = {};
const collectionStaysBelow: Plant = {};

/** Not a bug of the product: the process itself ends. */
const processDies: Plant = { begin: () => process.exit(7) };

export const plants: Readonly<Record<string, Plant>> = { acknowledgedWriteDropped, echoOverNewerEdit, receiptFromNoFailure, bundleTakenTwice, strangersDeletionTaken, ledgerMiscounted, unknownFieldDropped, keyForgotten, recordUnderTwoUnits, losingEditForgotten, collectionStaysBelow, processDies };
