import type { Sql } from '../../../store/index.ts';

/** Small JSON values kept in the encrypted file, by key. */
export interface Settings {
  get<T>(key: string): T | undefined;
  set(key: string, value: unknown): void;
  remove(key: string): void;
}

export function createSettings(sql: Sql): Settings {
  return {
    get<T>(key: string) {
      const row = sql.get<{ value: string }>('SELECT value FROM station_settings WHERE key = ?', key);
      return row ? (JSON.parse(row.value) as T) : undefined;
    },
    set(key, value) {
      sql.run('INSERT INTO station_settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, JSON.stringify(value));
    },
    remove(key) {
      sql.run('DELETE FROM station_settings WHERE key = ?', key);
    },
  };
}
