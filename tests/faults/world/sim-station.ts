import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { formerDevicesKey, openStationDatabase } from '../../../src-main/station/db/station-database.ts';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import type { StationIdentity } from '../../../src-main/station/db/station-identity.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { createSyncWorker } from '../../../src-main/station/sync/create-sync-worker.ts';
import type { SyncWorker } from '../../../src-main/station/sync/sync-worker.ts';
import { collectionOfId } from '../../../src-shared/domain/collections.ts';
import type { OperationAnswer } from '../../../src-shared/contract/operations.ts';
import { time } from '../interpose/index.ts';
import { createLine } from './line.ts';
import type { Line } from './line.ts';
import { createMachine } from './machine.ts';
import type { Machine } from './machine.ts';
import { versionKey } from './sim-context.ts';
import type { SimContext } from './sim-context.ts';
import type { SimHub } from './sim-hub.ts';

/** One PC of a station: the real file, operations and exchange, on its own machine. */
export interface SimStation {
  readonly unit: string; readonly machine: Machine; readonly person: { account: string; displayName: string; role: 'head' };
  /** As the hub knows it; another one after a restore. */
  readonly device: string;
  readonly name: string;
  skewMs: number; line: Line; hub: SimHub;
  readonly db: StationDatabase | undefined; readonly sync: SyncWorker | undefined;
  readonly isUp: boolean;
  start(): void;
  stop(): Promise<void>;
  /** `undefined` where the PC is off, or died before it could answer. @throws what is no answer (a full disk) */
  run(operation: string, key: string, input: unknown): OperationAnswer | undefined;
  enrol(hub: SimHub): Promise<void>;
  /** As `station backup` copies it, while running. */
  backUp(file: string): void;
  /** The PC is gone; a new device goes on from this copy. */
  restore(file: string): void;
}

const key = Buffer.alloc(32, 7);
const fileOf = (dir: string) => join(dir, 'station.db');

export function createSimStation({ context, unit, name, hub: home }: { context: SimContext; unit: string; name: string; hub: SimHub }): SimStation {
  const { random, trace, versions } = context;
  const machine = createMachine(context.root, `pc-${name}`);
  let identity: StationIdentity = { unit, unitName: unit, device: `pc-${name}`, instance: name, practice: false };
  let db: StationDatabase | undefined;
  let sync: SyncWorker | undefined;
  let restores = 0;
  mkdirSync(machine.dir, { recursive: true });
  const now = () => time.now() + station.skewMs;
  const makeLine = (hub: SimHub) => createLine({ name: `${name}>${hub.unit}`, random, far: hub.far, isDead: () => machine.isDead || !db, trace });
  const open = (mustExist: boolean) => openStationDatabase({ file: fileOf(machine.dir), key: Buffer.from(key), identity, now, mustExist });

  const station: SimStation = {
    unit, name, machine, person: { account: 'hoa', displayName: 'Hoà', role: 'head' }, skewMs: 0, hub: home, line: makeLine(home),
    get device() { return identity.device; },
    get db() { return db; },
    get sync() { return sync; },
    get isUp() { return db !== undefined && !machine.isDead; },
    start() {
      const life = machine.dir;
      db = open(false);
      if (!db.settings.get('identity')) db.settings.set('identity', identity);
      sync = createSyncWorker({
        db, fetch: ((url: string, init?: RequestInit) => (machine.dir === life ? station.line.fetch(url, init) : Promise.reject(new TypeError('fetch failed')))) as typeof fetch,
        log: (event, facts) => trace(`${name} log ${event} ${JSON.stringify(facts ?? {})}`),
      });
      sync.start();
    },
    async stop() {
      const [closing, worker] = [db, sync];
      db = sync = undefined;
      if (!closing || !worker) return;
      // It may die of the last thing it writes.
      for (const end of [() => worker.stop(), () => closing.close()]) await time.until(end()).catch((error: unknown) => { if (!machine.isDead) throw error; });
    },
    run(operation, itsKey, input) {
      if (!db || machine.isDead) return undefined;
      const life = machine.dir;
      try {
        const answer = runOperation(db, station.person, { operation, key: itsKey, input });
        for (const id of answer.ok ? answer.result.ids : []) {
          const table = collectionOfId(id)?.name;
          const body = table === undefined ? undefined : db.store.get(table, id);
          if (body) versions.set(versionKey(id, body._rev), body);
        }
        return machine.isDead || machine.dir !== life ? undefined : answer;
      } catch (error) {
        if (machine.isDead) return undefined;
        throw error;
      }
    },
    async enrol(hub) {
      if (!sync) throw new Error(`${name} is off`);
      const { user, password } = await hub.addDevice(unit, identity.device);
      station.hub = hub;
      station.line = Object.assign(makeLine(hub), { faults: station.line.faults });
      await time.until(sync.enrol({ url: `http://${hub.unit}`, user, password }));
    },
    backUp(file) { db?.store.copyTo(file); },
    restore(directory) {
      machine.replaceWith(directory);
      const former = identity.device;
      restores++;
      identity = { ...identity, device: `pc-${name}r${restores}`, instance: `${name}r${restores}` };
      // As `restoreStation` goes on: the file is the new device's, and knows whose it was.
      const file = open(true);
      file.settings.set('identity', identity);
      file.settings.set(formerDevicesKey, [...new Set([...(file.settings.get<string[]>(formerDevicesKey) ?? []), former])]);
      file.store.close();
    },
  };
  return station;
}
