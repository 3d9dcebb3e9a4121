import type { Checkpointer } from './checkpointer.ts';
import type { DerivedBook } from './derived-book.ts';
import type { Connection } from './driver.ts';
import type { LwtClock } from './lwt-clock.ts';
import type { StatementCache } from './sql-runner.ts';
import type { StoreMeta } from './store-meta.ts';
import type { TableRegistry } from './table-registry.ts';
import type { StorageCore } from './types.ts';

/** Parts of a storage core for the other files of this library; not for its users. */
export interface CoreInternals {
  connection: Connection; checkpointer: Checkpointer; cache: StatementCache; tables: TableRegistry; meta: StoreMeta; clock: LwtClock; derived: DerivedBook;
  /** Called once the file is closed. */
  closers: (() => void)[];
}

// An own property, so that a copy of the core with a method replaced still has it.
const INTERNALS = Symbol('internals of a storage core');

export function withInternals<T extends object>(core: T, internals: CoreInternals): T {
  return Object.assign(core, { [INTERNALS]: internals });
}

export function internalsOf(core: StorageCore): CoreInternals {
  const internals = (core as StorageCore & { [INTERNALS]?: CoreInternals })[INTERNALS];
  if (!internals) throw new TypeError('not a storage core of openStore()');
  return internals;
}
