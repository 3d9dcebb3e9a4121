import { createRequire } from 'node:module';
import { createLevelDown } from '../../../store/index.ts';

// The published types of PouchDB redeclare the global Buffer; only what these tests use is typed here.
interface Change { id: string; seq: number; changes: { rev: string }[] }
export interface Pouch {
  put(document: object): Promise<{ id: string; rev: string }>;
  bulkDocs(documents: object[], options?: { new_edits: boolean }): Promise<object[]>;
  get(id: string, options?: { conflicts?: boolean; rev?: string }): Promise<{ _id: string; _rev: string; _conflicts?: string[]; name: string }>;
  remove(document: object): Promise<object>;
  changes(options: { since: number; include_docs?: boolean; style?: string }): Promise<{ results: Change[] }>;
  allDocs(options?: { keys: string[] }): Promise<{ total_rows: number; rows: object[] }>;
  info(): Promise<{ doc_count: number }>;
  close(): Promise<void>;
}
interface PouchConstructor {
  new (name: string, options: { adapter: string }): Pouch;
  adapter(name: string, adapter: unknown, isPreferred: boolean): void;
}

const require = createRequire(import.meta.url);
const PouchDB = require('pouchdb-core') as PouchConstructor;
const CoreLevelPouch = require('pouchdb-adapter-leveldb-core') as (this: unknown, options: object, callback: unknown) => void;
const key = Buffer.alloc(32, 5);

function encryptedPairs(name: string) { return createLevelDown({ file: `${name}.db`, key }); }

function EncryptedPouch(this: unknown, options: object, callback: unknown): void {
  CoreLevelPouch.call(this, { ...options, db: encryptedPairs }, callback);
}
EncryptedPouch.valid = () => true;
EncryptedPouch.use_prefix = false;
PouchDB.adapter('encrypted', EncryptedPouch, true);

/** A PouchDB over the encrypted pair store; `name` is the path of its file without `.db`. */
export function openPouch(name: string): Pouch { return new PouchDB(name, { adapter: 'encrypted' }); }
