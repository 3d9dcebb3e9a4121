import type { Sql } from '../../../store/index.ts';

/** What one piece of a migration answers: where the next one begins, and the share done so far (0 to 1); `undefined` after the last. */
export type MigrationStep = { next: string; share: number } | undefined;

/**
 * One change of the station's file; its number is never used again and its file never edited once a station may have run it. Document tables and their
 * indexes are no matter of migrations (`store.defineTable` follows their definition), nor are the tables of `sync`.
 */
export interface Migration {
  number: number;
  /** Words for the log; kept in the file. */
  name: string;
  /**
   * Does a piece of the work in a transaction of its own, which also notes where the next piece begins: a killed one goes on from there.
   * `from` is what the piece before answered. A piece takes well below a second.
   */
  step(sql: Sql, from: string | undefined): MigrationStep;
}
