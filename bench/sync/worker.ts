import { serveCalls } from '../support/calls.ts';
import { countTraffic } from '../support/count-traffic.ts';
import { encounterBatches } from '../support/encounters.ts';
import type { Road, SyncStation, SyncSubject } from './sync-subject.ts';

const subjects: Record<string, () => Promise<SyncSubject>> = {
  ours: async () => (await import('./ours.ts')).ours,
  rxdbPlugin: async () => (await import('./rxdb-plugin.ts')).rxdbPlugin,
  pouchdb: async () => (await import('./pouchdb.ts')).pouchdb,
  raw: async () => (await import('./raw.ts')).raw,
};

const load = subjects[process.argv[2] ?? ''];
if (!load) throw new Error('no such subject');
const traffic = countTraffic();
const subject = await load();
const insisting = new Map<string, { station: SyncStation; end: AbortController; done: Promise<void> }>();

const encountersOf = (road: Road, count: number, seed: number) => [...encounterBatches({ count, batch: count, seed, unit: road.unit, device: road.user.slice(road.user.indexOf('.') + 1) })].flat();
/** Saves before the first that counts. */
const warmUps = 5;
/** After long work: lets the process see which idle connections were closed meanwhile. */
const settle = () => new Promise((resolve) => { setTimeout(resolve, 100); });
const since = (from: number) => performance.now() - from;
/** Processor time of this process since its start. */
const cpuMs = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };

const calls = {
  /** Sends what waits in a new station, then takes whatever a full exchange still brings. */
  async push(place: string, road: Road, count: number, batch: number): Promise<{ ms: number; cpuMs: number; up: number; down: number }> {
    const station = await subject.open(place, road);
    await station.save(encountersOf(road, count, 1));
    await settle();
    const before = traffic();
    const [from, cpuFrom] = [performance.now(), cpuMs()];
    await station.push(batch);
    const spent = { ms: since(from), cpuMs: cpuMs() - cpuFrom };
    const { up } = traffic();
    await station.catchUp(batch);
    const { down } = traffic();
    await station.close();
    return { ...spent, up: up - before.up, down: down - before.down };
  },

  /** Fetches everything into a new station. */
  async pull(place: string, road: Road, batch: number): Promise<{ ms: number; cpuMs: number; count: number }> {
    const station = await subject.open(place, road);
    await settle();
    const [from, cpuFrom] = [performance.now(), cpuMs()];
    await station.pull(batch);
    const spent = { ms: since(from), cpuMs: cpuMs() - cpuFrom };
    const count = await station.count();
    await station.close();
    return { ...spent, count };
  },

  /** Mean milliseconds from a save at one station to the other's disk, one at a time. */
  async live(places: [string, string], roads: [Road, Road], count: number): Promise<number> {
    const pair = await subject.live(places, roads);
    const encounters = encountersOf(roads[0], warmUps + count, 2);
    let ms = 0;
    for (const [n, encounter] of encounters.entries()) {
      const from = performance.now();
      await pair.save(encounter);
      await pair.seen(encounter._id);
      if (n >= warmUps) ms += since(from);
      // Long enough for a long poll to be waiting again.
      await new Promise((resolve) => { setTimeout(resolve, 40); });
    }
    await pair.stop();
    return ms / count;
  },

  /** Makes a station with encounters that wait, for `startInsisting`. */
  async prepare(place: string, road: Road, count: number): Promise<void> {
    const station = await subject.open(place, road);
    await station.save(encountersOf(road, count, 3));
    insisting.set(place, { station, end: new AbortController(), done: Promise.resolve() });
  },
  startInsisting(place: string, batch: number): void {
    const prepared = insisting.get(place);
    if (!prepared) throw new Error('nothing prepared');
    prepared.done = prepared.station.insist(batch, prepared.end.signal).catch(() => undefined);
  },
  async stopInsisting(place: string): Promise<void> {
    const prepared = insisting.get(place);
    insisting.delete(place);
    prepared?.end.abort();
    await prepared?.done;
    await prepared?.station.close();
  },
};
export type SyncCalls = typeof calls;
serveCalls(calls);
