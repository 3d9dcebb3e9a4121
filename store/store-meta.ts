import type { Connection } from './driver.ts';
import { StoreOpenError } from './types.ts';

/** Layout of the file written by this version; a file with a greater one is refused. */
const STORE_FORMAT = 1;

/** Small facts about the file itself. */
export interface StoreMeta { get(key: string): string | undefined; set(key: string, value: string): void }

/** What a file holds: documents and tables (`openStore`), or ordered pairs (`createLevelDown`). */
export type StoreKind = 'documents' | 'pairs';

/** Creates or checks the file's own facts; refuses a file written by a newer version, or one of the other kind. */
export function openStoreMeta(connection: Connection, file: string, kind: StoreKind): StoreMeta {
  connection.transaction(() => {
    connection.exec('CREATE TABLE IF NOT EXISTS store_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)');
    const add = connection.prepare('INSERT OR IGNORE INTO store_meta (key, value) VALUES (?, ?)');
    add.run('format', String(STORE_FORMAT));
    add.run('kind', kind);
    const fact = connection.prepare('SELECT value FROM store_meta WHERE key = ?').pluck();
    const format = Number(fact.get('format'));
    if (format > STORE_FORMAT) throw new StoreOpenError('NewerVersion', `${file} was written by a newer version (format ${format})`);
    const found = String(fact.get('kind'));
    if (found !== kind) throw new StoreOpenError('Corrupt', `${file} holds ${found}, not ${kind}`);
  }).immediate();
  const read = connection.prepare('SELECT value FROM store_meta WHERE key = ?').pluck();
  const write = connection.prepare('INSERT INTO store_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  return {
    get: (key) => read.get(key) as string | undefined,
    set: (key, value) => { write.run(key, value); },
  };
}
