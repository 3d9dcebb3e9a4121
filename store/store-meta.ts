import type { Connection } from './driver.ts';
import { StoreOpenError } from './types.ts';

/** Layout of the file written by this version; a file with a greater one is refused. */
export const STORE_FORMAT = 1;

/** Small facts about the file itself. */
export interface StoreMeta { get(key: string): string | undefined; set(key: string, value: string): void }

/** Creates or checks the store's own tables; refuses a file written by a newer version. */
export function openStoreMeta(connection: Connection, file: string): StoreMeta {
  connection.transaction(() => {
    connection.exec('CREATE TABLE IF NOT EXISTS store_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)');
    connection.prepare("INSERT OR IGNORE INTO store_meta (key, value) VALUES ('format', ?)").run(String(STORE_FORMAT));
    const { value } = connection.prepare("SELECT value FROM store_meta WHERE key = 'format'").get() as { value: string };
    if (Number(value) > STORE_FORMAT) throw new StoreOpenError('NewerVersion', `${file} was written by a newer version (format ${value})`);
    connection.exec(`CREATE TABLE IF NOT EXISTS store_tables (name TEXT PRIMARY KEY, definition TEXT NOT NULL, traits TEXT NOT NULL DEFAULT '{}');
      CREATE TABLE IF NOT EXISTS store_attachments (
        owner TEXT NOT NULL, document TEXT NOT NULL, attachment TEXT NOT NULL, digest TEXT NOT NULL, type TEXT NOT NULL, content BLOB NOT NULL,
        PRIMARY KEY (owner, document, attachment))`);
  }).immediate();
  const read = connection.prepare('SELECT value FROM store_meta WHERE key = ?').pluck();
  const write = connection.prepare('INSERT INTO store_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  return {
    get: (key) => read.get(key) as string | undefined,
    set: (key, value) => { write.run(key, value); },
  };
}
