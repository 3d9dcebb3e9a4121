import { createRequire } from 'node:module';
import { createLevelDown } from '../../store/index.ts';
import { benchKey } from '../support/bench-key.ts';
import type { Road } from './sync-subject.ts';

/** The published types of PouchDB redeclare the global Buffer; only what is used here is typed. */
export interface Replication extends Promise<unknown> { cancel(): void; on(event: 'change' | 'paused' | 'error', listener: (fact: unknown) => void): this }
export interface ReplicationOptions { batch_size: number; live?: boolean; retry?: boolean; back_off_function?: (delay: number) => number }
interface Feed { on(event: 'change', listener: (change: { id: string }) => void): this; cancel(): void }
export interface Pouch {
  put(document: object): Promise<unknown>;
  bulkDocs(documents: readonly object[]): Promise<{ error?: unknown }[]>;
  allDocs(options: { startkey: string; endkey: string }): Promise<{ rows: object[] }>;
  changes(options: { live: true; since: 'now' }): Feed;
  replicate: { to(remote: Pouch, options: ReplicationOptions): Replication; from(remote: Pouch, options: ReplicationOptions): Replication };
  close(): Promise<void>;
}
interface PouchConstructor {
  new (name: string, options: object): Pouch;
  plugin(plugin: unknown): void;
  adapter(name: string, adapter: unknown, isPreferred: boolean): void;
}

const require = createRequire(import.meta.url);
const PouchDB = require('pouchdb-core') as PouchConstructor;
const CoreLevelPouch = require('pouchdb-adapter-leveldb-core') as (this: unknown, options: object, callback: unknown) => void;
const encryptedPairs = (name: string) => createLevelDown({ file: `${name}.db`, key: benchKey() });

function EncryptedPouch(this: unknown, options: object, callback: unknown): void {
  CoreLevelPouch.call(this, { ...options, db: encryptedPairs }, callback);
}
EncryptedPouch.valid = () => true;
EncryptedPouch.use_prefix = false;
PouchDB.plugin(require('pouchdb-adapter-http'));
PouchDB.plugin(require('pouchdb-replication'));
PouchDB.adapter('encrypted', EncryptedPouch, false);

/** On our encrypted pair store, because its own LevelDB does not wait for the disk and ours does. */
export const openLocalPouch = (place: string): Pouch => new PouchDB(place, { adapter: 'encrypted' });

export const openRemotePouch = ({ url, database, user, password }: Road): Pouch =>
  new PouchDB(`${url}/${database}`, { adapter: 'http', skip_setup: true, auth: { username: user, password } });
