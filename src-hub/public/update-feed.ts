import { randomBytes } from 'node:crypto';
import type { Engine, EngineUpdate } from '../engine/engine.ts';

const KEPT = 5_000;

/** What happened to which database since the hub started; `since` of another start means "everything may have changed". */
export interface UpdateFeed {
  /** Latest update of each database after `since`, one that was made or put back since then as `created`; `undefined` when `since` is not of this start or too old. */
  after(since: string): { updates: EngineUpdate[]; sequence: string } | undefined;
  sequence(): string;
  /** How many updates of these databases there were: says nothing of any other. */
  countOf(databases: readonly string[]): string;
  /** Grows with each update of the database (of any, where none is named). */
  version(database?: string): number;
  /** Resolves once the version is greater than `version`, at the time-out, or when `signal` is aborted. */
  next(options: { database?: string; version: number; timeoutMs: number; signal: AbortSignal }): Promise<void>;
}

export function createUpdateFeed(engine: Engine): UpdateFeed {
  const boot = randomBytes(8).toString('hex');
  const kept: { number: number; update: EngineUpdate }[] = [];
  const waiting = new Set<(database: string) => void>();
  const versions = new Map<string, number>();
  const counts = new Map<string, number>();
  let number = 0;
  engine.onUpdate((update) => {
    number += 1;
    versions.set(update.database, number);
    counts.set(update.database, (counts.get(update.database) ?? 0) + 1);
    kept.push({ number, update });
    if (kept.length > KEPT * 2) kept.splice(0, kept.length - KEPT);
    for (const wake of [...waiting]) wake(update.database);
  });
  const sequence = () => `${number}-${boot}`;
  const versionOf = (database?: string) => (database === undefined ? number : versions.get(database) ?? 0);
  return {
    sequence,
    countOf: (databases) => `${databases.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0)}-${boot}`,
    version: versionOf,
    after(since) {
      const [n, of] = since.split('-');
      const from = Number(n);
      if (of !== boot || !Number.isInteger(from) || from > number) return undefined;
      if (from < number && (kept[0]?.number ?? 0) > from + 1) return undefined;
      const latest = new Map<string, EngineUpdate>();
      for (const { number: at, update } of kept) {
        if (at <= from) continue;
        const { database, type } = update;
        const wasMade = latest.get(database)?.type === 'created' && type === 'updated';
        latest.delete(database);
        latest.set(database, wasMade ? { database, type: 'created' } : update);
      }
      return { updates: [...latest.values()], sequence: sequence() };
    },
    next({ database, version, timeoutMs, signal }) {
      if (signal.aborted || versionOf(database) > version) return Promise.resolve();
      return new Promise((resolve) => {
        const done = () => { clearTimeout(timer); waiting.delete(wake); signal.removeEventListener('abort', done); resolve(); };
        const wake = (updated: string) => { if (database === undefined || database === updated) done(); };
        const timer = setTimeout(done, timeoutMs);
        waiting.add(wake);
        signal.addEventListener('abort', done, { once: true });
      });
    },
  };
}
