import { existsSync } from 'node:fs';
import { quoteName } from './document-table.ts';
import { openConnection } from './driver.ts';
import type { Cipher, Connection } from './driver.ts';
import { toOpenError } from './open-error.ts';
import { createSql, createStatementCache } from './sql-runner.ts';
import { StoreOpenError } from './types.ts';
import type { Sql } from './types.ts';

export interface StoreFile { file: string; key: Buffer; cipher?: Cipher }
/** What a file that nobody writes holds. */
export interface StoreInspection { /** Of `PRAGMA quick_check`, empty when clean. */ problems: string[]; /** Documents alive, by table. */ documents: Record<string, number>; sql: Sql }

/**
 * Reads a whole file once, as a copy is checked: without the lock, and without writing a byte beside or into it.
 * @throws StoreOpenError WrongKey, Corrupt, NotFound
 */
export function inspectStore<T>({ file, key, cipher = 'aegis' }: StoreFile, look: (inspection: StoreInspection) => T): T {
  if (!existsSync(file)) throw new StoreOpenError('NotFound', `${file} cannot be found`);
  let connection: Connection | undefined;
  try {
    connection = openConnection({ file, key, cipher, readonly: true });
    const problems = (connection.pragma('quick_check') as Record<string, string>[]).flatMap((row) => Object.values(row)).filter((line) => line !== 'ok');
    const tables = connection.prepare('SELECT name FROM store_tables ORDER BY name').pluck().all() as string[];
    const count = (table: string) => Number(connection?.prepare(`SELECT COUNT(*) FROM ${quoteName(table)} WHERE deleted = 0`).pluck().get());
    return look({ problems, documents: Object.fromEntries(tables.map((table) => [table, count(table)])), sql: createSql(createStatementCache(connection)) });
  } catch (error) {
    throw toOpenError(error, file);
  } finally {
    connection?.close();
  }
}
