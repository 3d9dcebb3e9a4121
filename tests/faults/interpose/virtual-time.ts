import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';

interface Waiting { at: number; order: number; run: () => void; everyMs: number | undefined }

/** Time that passes only when nothing is left to do. All clocks and timers of the process are replaced by it. */
export interface VirtualTime {
  /** Milliseconds since 1970, without any machine's skew. */
  now(): number;
  /** Lets `ms` pass: everything due runs in its order, each with all that follows from it before the next. */
  pass(ms: number): Promise<void>;
  /** All machines sleep: `ms` are gone at once, what fell due runs afterwards. */
  sleep(ms: number): Promise<void>;
  /** Lets time pass until the promise is settled; throws when `limitMs` are over first. */
  until<T>(promise: Promise<T>, limitMs?: number): Promise<T>;
  /** A new seed: no timers, another time. */
  reset(now: number): void;
  waiting(): number;
}

const real = { setImmediate: globalThis.setImmediate, Date: globalThis.Date };
/** Turns of the event loop without an immediate waiting after which nothing is under way: all of the simulated work is free of threads. */
const QUIET_TURNS = 2;

/** Replaces `setTimeout`, `setInterval` (those of `node:timers/promises` too), `Date`, `performance.now`, the load of the event loop and `AbortSignal.timeout`. To be called before any module that keeps them is loaded. */
export function installVirtualTime(): VirtualTime {
  let now = 0;
  let order = 0;
  let immediates = 0;
  const waiting = new Map<object, Waiting>();

  const add = (run: () => void, ms: number, everyMs?: number): object => {
    const wait = Number.isFinite(ms) && ms > 0 ? Math.min(ms, 2 ** 31 - 1) : 0;
    const timer = { ref: () => timer, unref: () => timer, hasRef: () => true, refresh: () => timer, close: () => { waiting.delete(timer); return timer; } };
    waiting.set(timer, { at: now + wait, order: order++, run, everyMs });
    return timer;
  };
  const remove = (timer: unknown) => { if (typeof timer === 'object' && timer !== null) waiting.delete(timer); };
  const setTimeoutV = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => add(() => run(...args), ms);
  const setIntervalV = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => add(() => run(...args), ms, Math.max(1, ms));
  const setImmediateV = (run: (...args: unknown[]) => void, ...args: unknown[]) => {
    immediates++;
    return real.setImmediate(() => { immediates--; run(...args); });
  };

  class VirtualDate extends real.Date {
    constructor(...args: unknown[]) {
      // The one call without arguments is the clock's.
      super(...((args.length === 0 ? [now] : args) as [number]));
    }
    static override now(): number { return now; }
  }
  Object.assign(globalThis, { setTimeout: setTimeoutV, setInterval: setIntervalV, clearTimeout: remove, clearInterval: remove, setImmediate: setImmediateV, Date: VirtualDate });
  Object.assign(timers, { setTimeout: setTimeoutV, setInterval: setIntervalV, clearTimeout: remove, clearInterval: remove, setImmediate: setImmediateV });
  Object.assign(timersPromises, {
    setTimeout: <T>(ms?: number, value?: T) => new Promise((resolve) => { add(() => resolve(value), ms ?? 0); }),
    setImmediate: <T>(value?: T) => new Promise((resolve) => { setImmediateV(resolve as () => void, value); }),
  });
  syncBuiltinESMExports();
  performance.now = () => now;
  // A machine on which time passes only when nothing is left to do is never busy.
  performance.eventLoopUtilization = () => ({ idle: now, active: 0, utilization: 0 });
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    add(() => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), ms);
    return controller.signal;
  };

  const turn = () => new Promise<void>((resolve) => { real.setImmediate(resolve); });
  const quiet = async () => {
    for (let turns = 0; turns < QUIET_TURNS; turns++) {
      await turn();
      if (immediates > 0) turns = -1;
    }
  };
  const next = (): [object, Waiting] | undefined => {
    let first: [object, Waiting] | undefined;
    for (const entry of waiting) if (!first || entry[1].at < first[1].at || (entry[1].at === first[1].at && entry[1].order < first[1].order)) first = entry;
    return first;
  };
  const fire = ([timer, its]: [object, Waiting]) => {
    now = Math.max(now, its.at);
    if (its.everyMs === undefined) waiting.delete(timer);
    else Object.assign(its, { at: now + its.everyMs, order: order++ });
    its.run();
  };
  const runUntil = async (end: () => number, isDone: () => boolean) => {
    for (;;) {
      await quiet();
      if (isDone()) return;
      const due = next();
      if (!due || due[1].at > end()) return;
      fire(due);
    }
  };
  return {
    now: () => now,
    async pass(ms) {
      const end = now + ms;
      await runUntil(() => end, () => false);
      now = end;
    },
    async sleep(ms) {
      await quiet();
      now += ms;
      const end = now;
      await runUntil(() => end, () => false);
    },
    async until(promise, limitMs = 600_000) {
      let settled = false;
      const end = now + limitMs;
      promise.then(() => { settled = true; }, () => { settled = true; });
      await runUntil(() => end, () => settled);
      if (!settled) throw new Error(`nothing came of it within ${limitMs} ms of virtual time`);
      return promise;
    },
    reset(at) {
      waiting.clear();
      now = at;
      order = 0;
    },
    waiting: () => waiting.size,
  };
}
