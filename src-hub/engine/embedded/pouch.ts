import { createRequire } from 'node:module';
import type { AbstractLevelDOWN } from 'abstract-leveldown';
import type { DirectReads } from '../../../store/index.ts';
import type { LevelPouchAdapter, PouchConstructor, PouchDatabase } from './pouch-types.ts';

const require = createRequire(import.meta.url);
const PouchDB = require('pouchdb-core') as PouchConstructor;
const LevelPouch = require('pouchdb-adapter-leveldb-core') as LevelPouchAdapter;

/** Opens the store of one database, given its file. */
export type OpenLevelDown = (file: string) => AbstractLevelDOWN<unknown, unknown> & DirectReads;

const ADAPTER = 'tramxa';

/** PouchDB's own adapter contract: a constructor with two static fields. */
const adapter = Object.assign(
  function TramxaPouch(this: unknown, options: Record<string, unknown>, callback: (error?: Error | null) => void): void {
    LevelPouch.call(this, options, callback);
  },
  { valid: () => true, use_prefix: false },
);
PouchDB.adapter(ADAPTER, adapter, false);

/**
 * A PouchDB on the given store. The file's whole path is its name, because PouchDB keeps open stores by name in one table
 * per process and several hubs may run in one. Bodies of superseded revisions are dropped at once, as CouchDB does at
 * compaction; ancestry is kept to CouchDB's default depth. `pairs`: the store beneath, once it was opened.
 */
export function openPouch(file: string, openLevelDown: OpenLevelDown): { pouch: PouchDatabase; pairs: () => DirectReads | undefined } {
  let pairs: DirectReads | undefined;
  const open: OpenLevelDown = (name) => pairs = openLevelDown(name);
  const pouch = new PouchDB(file, { adapter: ADAPTER, db: open, auto_compaction: true, revs_limit: 1000 });
  return { pouch, pairs: () => pairs };
}
