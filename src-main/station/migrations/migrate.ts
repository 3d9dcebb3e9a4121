import type { StorageCore } from '../../../store/index.ts';
import { documentTables } from '../db/document-tables.ts';
import type { Migration, MigrationStep } from './migration.ts';
import type { MigrationBook } from './migration-book.ts';

/** How far: of all pending migrations, 0 to 1. */
export interface MigrationProgress { number: number; name: string; share: number }

/** Does what is pending, a transaction for each step; whoever iterates may let others have their turn in between. A fault leaves what was committed. */
export function* migrate(store: StorageCore, book: MigrationBook, pending: readonly Migration[]): Generator<MigrationProgress> {
  // A change may read or watch them.
  if (pending.length > 0) for (const table of documentTables) store.defineTable(table);
  for (const [index, migration] of pending.entries()) {
    let step: MigrationStep;
    let from = book.resumeAt(migration.number);
    do {
      step = undefined;
      store.commit({
        documents: [], context: 'migration',
        sql: (sql) => {
          step = migration.step(sql, from);
          book.note(sql, migration, step?.next);
        },
      });
      // TypeScript does not see the assignment inside the callback.
      const done = step as MigrationStep;
      from = done?.next;
      yield { number: migration.number, name: migration.name, share: (index + (done?.share ?? 1)) / pending.length };
    } while (from !== undefined);
  }
}
