import { createRequire } from 'node:module';

/** What the simulator may do at each transaction of any store, by the file it is in. */
export interface StoreHooks {
  /** May throw, as a full disk does; nothing is written then. */
  beforeCommit: (file: string) => void;
  /** The transaction stands. */
  afterCommit: (file: string) => void;
}

interface Transaction { (...args: unknown[]): unknown; immediate(...args: unknown[]): unknown }
interface DriverClass { prototype: { name: string; transaction(work: (...args: unknown[]) => unknown): Transaction } }

/** Puts hooks around the transactions of the SQLite driver. */
export function installStoreHooks(): StoreHooks {
  const hooks: StoreHooks = { beforeCommit: () => undefined, afterCommit: () => undefined };
  const driver = createRequire(import.meta.url)('better-sqlite3-multiple-ciphers') as DriverClass;
  const { transaction } = driver.prototype;
  driver.prototype.transaction = function hooked(this: { name: string }, work) {
    const inner = transaction.call(this as never, work);
    const file = () => this.name;
    const around = (run: (...args: unknown[]) => unknown) => (...args: unknown[]) => {
      hooks.beforeCommit(file());
      const answer = run(...args);
      hooks.afterCommit(file());
      return answer;
    };
    return Object.assign(around((...args) => inner(...args)), { immediate: around((...args) => inner.immediate(...args)) });
  };
  return hooks;
}

/** What the driver throws when the disk is full. */
export function diskFullError(): Error {
  return Object.assign(new Error('database or disk is full'), { name: 'SqliteError', code: 'SQLITE_FULL' });
}
