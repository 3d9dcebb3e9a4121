import { createRequire } from 'node:module';
import type { Credential } from './hub-world.ts';

// The published types of PouchDB redeclare the global Buffer; only what these tests use is typed here.
export interface Pouch {
  put(document: object, options?: object): Promise<{ id: string; rev: string }>;
  bulkDocs(documents: object[], options?: object): Promise<{ id?: string; error?: boolean; name?: string }[]>;
  get(id: string, options?: object): Promise<Record<string, unknown> & { _id: string; _rev: string }>;
  remove(id: string, rev: string): Promise<object>;
  allDocs(options?: object): Promise<{ rows: { id: string; doc?: Record<string, unknown> }[] }>;
  info(): Promise<{ doc_count: number }>;
  close(): Promise<void>;
}
interface Result { ok: boolean; docs_written: number; doc_write_failures: number; errors: unknown[] }
interface Replication extends Promise<Result> { on(event: string, listener: (answer: { id?: string }) => void): Replication; cancel(): void }
interface PouchConstructor { new (name: string, options: object): Pouch; plugin(plugin: unknown): void; replicate(from: Pouch, to: Pouch, options?: object): Replication }

const require = createRequire(import.meta.url);
export const PouchDB = require('pouchdb-core') as PouchConstructor;
for (const plugin of ['pouchdb-adapter-memory', 'pouchdb-adapter-http', 'pouchdb-replication']) PouchDB.plugin(require(plugin));

let numbered = 0;
export const localPouch = (): Pouch => new PouchDB(`local-${process.pid}-${(numbered += 1)}`, { adapter: 'memory' });
export const remotePouch = (url: string, database: string, { user, password }: Credential): Pouch =>
  new PouchDB(`${url}/${database}`, { adapter: 'http', skip_setup: true, auth: { username: user, password } });
