/**
 * What is used of PouchDB 9, typed here: the published types redeclare the global `Buffer` and break every other file.
 */
export interface PouchDocument { _id: string; _rev?: string; [field: string]: unknown }
export interface PouchChange { id: string; seq: number; changes: { rev: string }[]; deleted?: boolean; doc?: PouchDocument }
export interface PouchDatabase {
  id(): Promise<string>;
  changes(options: Record<string, unknown>): Promise<{ results: PouchChange[]; last_seq: number }>;
  get(id: string, options?: Record<string, unknown>): Promise<PouchDocument | unknown[]>;
  put(document: PouchDocument): Promise<{ rev: string }>;
  remove(document: { _id: string; _rev: string }): Promise<unknown>;
  allDocs(options: Record<string, unknown>): Promise<{ total_rows: number; offset?: number; rows: unknown[] }>;
  getAttachment(id: string, name: string, options: Record<string, unknown>): Promise<Buffer>;
  close(): Promise<void>;
}
export interface PouchConstructor {
  new (name: string, options: Record<string, unknown>): PouchDatabase;
  adapter(name: string, adapter: unknown, addToPreferred: boolean): void;
}
export type LevelPouchAdapter = (this: unknown, options: Record<string, unknown>, callback: (error?: Error | null) => void) => void;
