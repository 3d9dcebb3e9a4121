import Driver from 'better-sqlite3-multiple-ciphers';
import { benchKey } from './bench-key.ts';

/** The product's driver, cipher and pragmas (`store/driver.ts`, `store/open-store.ts`), written out by hand. */
export function openRawConnection(file: string): Driver {
  const connection = new Driver(file);
  connection.pragma("cipher='aegis'");
  connection.key(Buffer.from(`raw:${benchKey().toString('hex')}`, 'latin1'));
  for (const pragma of ['temp_store=MEMORY', 'journal_mode=WAL', 'synchronous=FULL', 'fullfsync=ON', 'checkpoint_fullfsync=ON', 'journal_size_limit=16777216', 'cache_size=-32000', 'foreign_keys=ON']) {
    connection.pragma(pragma);
  }
  return connection;
}
