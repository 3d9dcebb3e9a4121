import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openStore } from '../../../store/index.ts';
import type { OpenStoreOptions, StorageCore, StoredDocument } from '../../../store/index.ts';

const undo: (() => void)[] = [];
afterEach(() => { for (const step of undo.splice(0).reverse()) step(); });

/** A new empty directory, removed after the test. */
export function aDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'store-'));
  undo.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export const aKey = (fill = 7): Buffer => Buffer.alloc(32, fill);

/** A new store in a new directory, closed and removed after the test. */
export function aStore(options: Partial<OpenStoreOptions> = {}): StorageCore {
  const store = openStore({ file: join(aDirectory(), 'test.db'), key: aKey(), ...options });
  undo.push(() => store.close());
  return store;
}

export function aDocument(id: string, fields: Record<string, unknown> = {}): StoredDocument {
  return { _id: id, _rev: '1-a', _deleted: false, _meta: { lwt: 1 }, _attachments: {}, ...fields };
}
