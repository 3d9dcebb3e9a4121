import type { Server } from 'node:http';
import { addChild, addDevice, revokeChild, revokeDevice } from '../../../src-hub/provisioning/credentials.ts';
import { initHub } from '../../../src-hub/provisioning/init-hub.ts';
import { openHub } from '../../../src-hub/provisioning/open-hub.ts';
import type { OpenHub } from '../../../src-hub/provisioning/open-hub.ts';
import { setParent } from '../../../src-hub/provisioning/set-parent.ts';
import { openWorkPlace } from '../../../src-hub/provisioning/open-work-place.ts';
import type { Engine, EngineDatabase } from '../../../src-hub/engine/engine.ts';
import { bodyOf } from '../../../src-hub/engine/plain-document.ts';
import { time } from '../interpose/index.ts';
import { createLine } from './line.ts';
import type { FarEnd, Line } from './line.ts';
import { createMachine } from './machine.ts';
import type { Machine } from './machine.ts';
import { versionKey } from './sim-context.ts';
import type { SimContext } from './sim-context.ts';

/** A tier's hub: the real one, on its own machine, reached by lines instead of a port. */
export interface SimHub {
  readonly unit: string; readonly tier: string; readonly machine: Machine; readonly far: FarEnd;
  skewMs: number;
  /** It answers that it took what it was sent and keeps all but one in so many; 0 = honest. */
  dropsDocumentOneIn: number;
  /** Grows when an old copy takes the place of what was held. */
  epoch: number;
  readonly isUp: boolean;
  /** To the tier above. */
  up: Line | undefined; above: SimHub | undefined;
  start(): void;
  /** In order, or, after a death, the clearing away of what is left. */
  stop(): Promise<void>;
  addDevice(unit: string, device: string): Promise<{ user: string; password: string }>;
  revokeDevice(unit: string, device: string): Promise<void>;
  goUnder(parent: SimHub): Promise<void>;
  /** @throws where it is down */
  place(): OpenHub['place'];
  /** Works on a database it holds; `undefined` where it does not hold it or is down. */
  use<T>(database: string, work: (database: EngineDatabase) => Promise<T>): Promise<T | undefined>;
}

export interface SimHubOptions { context: SimContext; unit: string; tier: string; receiptIntervalSeconds: number }

export async function createSimHub({ context, unit, tier, receiptIntervalSeconds }: SimHubOptions): Promise<SimHub> {
  const { random, trace, versions } = context;
  const machine = createMachine(context.root, `hub-${unit}`);
  let open: OpenHub | undefined;
  /** What it really holds. */
  let honest: Engine | undefined;
  const server = (): Server | undefined => (open && !machine.isDead ? open.server : undefined);
  await time.until(initHub({ dir: machine.dir, unit, tier, port: 0, receiptIntervalSeconds }));

  const needOpen = (): OpenHub => {
    if (!open) throw new Error(`${unit} is down`);
    return open;
  };
  /** The engine as it is, or one that forgets some of what comes with its revision, and answers as always. */
  const forgetful = (engine: Engine): Engine => ({
    ...engine,
    use: (name, work) => engine.use(name, (database) => work({
      ...database,
      write(documents, options) {
        if (options.minted) for (const document of documents.map(bodyOf)) versions.set(versionKey(document._id, String(document._rev)), document);
        return database.write(options.minted && hub.dropsDocumentOneIn > 0 ? documents.filter(() => Math.floor(random() * hub.dropsDocumentOneIn) !== 0) : documents, options);
      },
    })),
  });
  const hub: SimHub = {
    place: () => needOpen().place,
    unit, tier, machine, skewMs: 0, dropsDocumentOneIn: 0, epoch: 0, up: undefined, above: undefined,
    far: { server, now: () => time.now() + hub.skewMs },
    get isUp() { return open !== undefined && !machine.isDead; },
    start() {
      const life = machine.dir;
      const place = openWorkPlace(machine.dir, () => time.now() + hub.skewMs);
      honest = place.engine;
      open = openHub({
        dir: machine.dir, now: () => time.now() + hub.skewMs, port: () => 1,
        log: (event, facts) => trace(`${unit} log ${event} ${JSON.stringify(facts ?? {}).replaceAll(/"requestId":"[^"]*",?/g, '')}`),
        fetch: ((url: string, init?: RequestInit) => (hub.up && machine.dir === life ? hub.up.fetch(url, init) : Promise.reject(new TypeError('fetch failed')))) as typeof fetch,
      }, Object.assign(place, { engine: forgetful(place.engine) }));
    },
    async stop() {
      const closing = open;
      open = undefined;
      if (!closing) return;
      closing.beginClosing();
      const ended = closing.services.stop().then(() => closing.place.close());
      await time.until(ended).catch((error: unknown) => { if (!machine.isDead) throw error; });
    },
    addDevice: (station, device) => time.until(addDevice(needOpen().place, { unit: station, device })),
    async revokeDevice(station, device) { await time.until(revokeDevice(needOpen().place, { unit: station, device })); },
    async goUnder(parent) {
      // It may have been there before.
      await time.until(revokeChild(parent.place(), { unit })).catch(() => undefined);
      const { user, password } = await time.until(addChild(parent.place(), { unit }));
      hub.above = parent;
      hub.up = createLine({ name: `${unit}>${parent.unit}`, random, far: parent.far, isDead: () => machine.isDead || !open, trace });
      await time.until(setParent(needOpen().place, { url: `http://${parent.unit}`, user, password }));
    },
    async use(database, work) {
      if (!open || machine.isDead || !honest?.has(database)) return undefined;
      try {
        return await time.until(honest.use(database, work));
      } catch (error) {
        // Nobody can look into a hub that has no room to open its files, or died meanwhile.
        if (machine.diskFull || machine.isDead) return undefined;
        throw error;
      }
    },
  };
  return hub;
}
