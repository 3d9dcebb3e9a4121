import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HubProblem } from './hub-problem.ts';
import { isHubDirectory, parseHubConfig, writeHubConfig } from './hub-config.ts';
import type { HubConfig } from './hub-config.ts';
import { createHubKey } from './hub-key.ts';
import { openAnyWorkPlace, openBook } from './open-work-place.ts';
import { keepCouchPassword } from './couch-place.ts';
import { setParent } from './set-parent.ts';
import { childUser } from './credentials.ts';

export interface NewHub {
  dir: string; unit: string; tier: string; port: number; name?: string;
  /** Address of the tier above. */
  parent?: string;
  /** `child.<unit>` unless said otherwise. */
  parentUser?: string;
  /** The environment's `TRAMXA_HUB_PASSWORD` unless given. */
  parentPassword?: string;
  receiptIntervalSeconds?: number; maxDocumentBytes?: number;
  /** Keeps the databases on this Apache CouchDB 3. `password` is the environment's `TRAMXA_COUCHDB_PASSWORD` unless given. */
  couchdb?: { url: string; user: string; password?: string; prefix?: string };
}

/** Makes a hub's directory: configuration, key, its own file and the empty `reference`. Refuses a directory that holds one. */
export async function initHub({ dir, unit, tier, port, name, parent, parentUser, parentPassword, receiptIntervalSeconds, maxDocumentBytes, couchdb }: NewHub): Promise<HubConfig> {
  if (isHubDirectory(dir)) throw new HubProblem('HubExists', `${dir} holds a hub already`);
  const password = parentPassword ?? process.env['TRAMXA_HUB_PASSWORD'] ?? '';
  const user = parentUser ?? childUser(unit);
  if (parent !== undefined && password === '') throw new HubProblem('NoPassword', 'the password for the parent is missing: set TRAMXA_HUB_PASSWORD');
  const config = parseHubConfig({
    unit, tier, port, ...(name === undefined ? {} : { name: name.normalize('NFC') }), ...(receiptIntervalSeconds === undefined ? {} : { receiptIntervalSeconds }),
    ...(maxDocumentBytes === undefined ? {} : { maxDocumentBytes }), ...(parent === undefined ? {} : { parent: { url: parent, user } }),
    ...(couchdb === undefined ? {} : { couchdb: { url: couchdb.url, user: couchdb.user, prefix: couchdb.prefix ?? '' } }),
  });
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const key = createHubKey(dir);
  writeHubConfig(dir, config);
  try {
    if (couchdb) {
      const book = openBook(dir, key, Date.now);
      try { keepCouchPassword(book, couchdb.password ?? process.env['TRAMXA_COUCHDB_PASSWORD'] ?? ''); } finally { book.close(); }
    }
    const place = await openAnyWorkPlace(dir);
    try {
      await place.engine.create('reference');
      if (config.parent) await setParent(place, { ...config.parent, password });
    } finally {
      await place.close();
    }
  } catch (error) {
    for (const made of ['hub.json', 'hub.key', 'hub.db', 'hub.db-wal', 'hub.db-shm', 'hub.db-lock', 'databases']) rmSync(join(dir, made), { recursive: true, force: true });
    throw error;
  }
  return config;
}
