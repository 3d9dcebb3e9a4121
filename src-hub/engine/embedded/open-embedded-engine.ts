import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UnknownDatabase } from '../engine.ts';
import type { Engine, EngineDatabase, EngineUpdate } from '../engine.ts';
import { createEmbeddedDatabase } from './embedded-database.ts';
import { openPouch } from './pouch.ts';
import type { OpenLevelDown } from './pouch.ts';
import type { PouchDatabase } from './pouch-types.ts';

export interface EmbeddedEngineOptions {
  /** One file per database. */
  dir: string;
  openLevelDown: OpenLevelDown;
  /** Databases kept open at once when none of them is in use. */
  maxOpen?: number;
  /** Milliseconds nobody asked for a database before it gives back its memory. */
  restAfterMs?: number;
}

interface Slot { pouch: PouchDatabase; /** Gives back memory. */ rest(): void; isResting: boolean; database: Promise<EngineDatabase>; users: number; lastUsed: number; /** `performance.now()`. */ usedAt: number; idle: (() => void)[]; /** Its store failed: closed once nobody uses it, opened anew by the next. */ broken: boolean }

const SUFFIX = '.db';
const REST_AFTER_MS = 10_000;

/** The engine of a small tier: PouchDB 9, each database an encrypted SQLite file. */
export function openEmbeddedEngine({ dir, openLevelDown, maxOpen = 128, restAfterMs = REST_AFTER_MS }: EmbeddedEngineOptions): Engine {
  mkdirSync(dir, { recursive: true });
  const names = new Set(readdirSync(dir).filter((file) => file.endsWith(SUFFIX)).map((file) => file.slice(0, -SUFFIX.length)));
  const slots = new Map<string, Slot>();
  const closing = new Map<string, Promise<void>>();
  const listeners = new Set<(update: EngineUpdate) => void>();
  let turn = 0;
  let closed = false;

  const fileOf = (name: string) => join(dir, name + SUFFIX);
  const tell = (update: EngineUpdate) => { for (const listener of [...listeners]) listener(update); };

  function openSlot(name: string): Slot {
    const { pouch, pairs } = openPouch(fileOf(name), openLevelDown);
    const listener = { stored: () => tell({ database: name, type: 'updated' }), broken: () => { slot.broken = true; } };
    const slot: Slot = { pouch, rest: () => pairs()?.rest(), isResting: false, database: createEmbeddedDatabase(name, pouch, pairs, listener), users: 0, lastUsed: 0, usedAt: 0, idle: [], broken: false };
    return slot;
  }

  function closeSlot(name: string, slot: Slot): Promise<void> {
    slots.delete(name);
    const done = slot.database.then(() => slot.pouch.close(), () => undefined).finally(() => closing.delete(name));
    closing.set(name, done);
    return done;
  }

  function closeLeastUsed(): void {
    if (slots.size <= maxOpen) return;
    const idle = [...slots].filter(([, slot]) => slot.users === 0).sort(([, a], [, b]) => a.lastUsed - b.lastUsed);
    for (const [name, slot] of idle.slice(0, slots.size - maxOpen)) closeSlot(name, slot).catch(() => undefined);
  }

  /** What an open database keeps in memory is for those who ask again soon. */
  const resting = setInterval(() => {
    for (const slot of slots.values()) {
      if (slot.users > 0 || slot.isResting || performance.now() - slot.usedAt < restAfterMs) continue;
      slot.isResting = true;
      slot.rest();
    }
  }, restAfterMs / 2);
  resting.unref();

  async function acquire(name: string): Promise<Slot> {
    for (let busy = closing.get(name); busy; busy = closing.get(name)) await busy.catch(() => undefined);
    if (closed) throw new Error('the engine is closed');
    if (!names.has(name)) throw new UnknownDatabase(name);
    let slot = slots.get(name);
    if (!slot) slots.set(name, slot = openSlot(name));
    slot.users += 1;
    slot.isResting = false;
    return slot;
  }

  function release(name: string, slot: Slot): void {
    slot.users -= 1;
    slot.lastUsed = turn += 1;
    slot.usedAt = performance.now();
    if (slot.users === 0) for (const waiting of slot.idle.splice(0)) waiting();
    if (slot.broken && slot.users === 0 && slots.get(name) === slot) closeSlot(name, slot).catch(() => undefined);
    closeLeastUsed();
  }

  async function whenIdle(slot: Slot): Promise<void> {
    if (slot.users > 0) await new Promise<void>((resolve) => { slot.idle.push(resolve); });
  }

  async function use<T>(name: string, work: (database: EngineDatabase) => Promise<T>): Promise<T> {
    const slot = await acquire(name);
    try {
      return await work(await slot.database);
    } catch (error) {
      // A store that failed to open must be tried anew next time.
      await slot.database.catch(() => { if (slots.get(name) === slot) slots.delete(name); });
      throw error;
    } finally {
      release(name, slot);
    }
  }

  return {
    use,
    databases: () => [...names].sort(),
    has: (name) => names.has(name),
    async create(name) {
      if (names.has(name)) return false;
      names.add(name);
      try {
        await use(name, (database) => database.info());
      } catch (error) {
        names.delete(name);
        throw error;
      }
      tell({ database: name, type: 'created' });
      return true;
    },
    async destroy(name) {
      if (!names.delete(name)) return false;
      const slot = slots.get(name);
      if (slot) {
        await whenIdle(slot);
        await closeSlot(name, slot);
      }
      await closing.get(name);
      for (const suffix of ['', '-wal', '-shm', '-journal', '-lock', '-lock-journal']) rmSync(fileOf(name) + suffix, { force: true });
      tell({ database: name, type: 'deleted' });
      return true;
    },
    onUpdate(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    async close() {
      closed = true;
      clearInterval(resting);
      listeners.clear();
      for (const [name, slot] of [...slots]) {
        await whenIdle(slot);
        await closeSlot(name, slot);
      }
      await Promise.allSettled(closing.values());
    },
  };
}
