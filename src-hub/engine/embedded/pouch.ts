import { createRequire } from 'node:module';
import type { AbstractLevelDOWN } from 'abstract-leveldown';
import type { DirectPairs } from '../../../store/index.ts';
import type { LevelPouchAdapter, PouchConstructor, PouchDatabase } from './pouch-types.ts';

const require = createRequire(import.meta.url);
const PouchDB = require('pouchdb-core') as PouchConstructor;
const LevelPouch = require('pouchdb-adapter-leveldb-core') as LevelPouchAdapter;

/** Opens the store of one database, given its file. */
export type OpenLevelDown = (file: string) => AbstractLevelDOWN<unknown, unknown> & DirectPairs;

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
 * per process and several hubs may run in one. It serves the reads that are seldom asked for, and `_local` documents; documents are
 * written by `writePairs` alone, because PouchDB keeps counters in memory. `pairs`: the store beneath, once it was opened.
 */
export function openPouch(file: string, openLevelDown: OpenLevelDown): { pouch: PouchDatabase; pairs: () => DirectPairs | undefined } {
  let pairs: DirectPairs | undefined;
  const open: OpenLevelDown = (name) => pairs = openLevelDown(name);
  const pouch = new PouchDB(file, { adapter: ADAPTER, db: open });
  return { pouch, pairs: () => pairs };
}
