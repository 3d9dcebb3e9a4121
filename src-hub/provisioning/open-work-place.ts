import { openEmbeddedEngine } from '../engine/embedded/open-embedded-engine.ts';
import { encryptedLevelDown } from '../engine/encrypted-files.ts';
import { StoreOpenError } from '../engine/store-errors.ts';
import type { Engine } from '../engine/engine.ts';
import type { CouchEngineOptions } from '../engine/couchdb/open-couch-engine.ts';
import { openHubBook, uuidOf } from './hub-book.ts';
import type { HubBook } from './hub-book.ts';
import { databasesDirectory } from './hub-files.ts';
import { HubProblem } from './hub-problem.ts';
import { readHubConfig } from './hub-config.ts';
import type { HubConfig } from './hub-config.ts';
import { openCouch } from './couch-place.ts';
import { readHubKey } from './hub-key.ts';
import type { WorkPlace } from './work-place.ts';

export interface OpenPlace extends WorkPlace { uuid: string; close(): Promise<void> }

interface Parts { dir: string; config: HubConfig; book: HubBook; now: () => number }

function putTogether({ dir, config, book, now }: Parts, engine: Engine): OpenPlace {
  return {
    dir, config, book, engine, now, uuid: uuidOf(book), changed: () => undefined,
    async close() {
      await engine.close();
      book.close();
    },
  };
}

/** Opens the directory of a hub that keeps its databases itself; this process alone has it until `close()`. */
export function openWorkPlace(dir: string, now: () => number = Date.now): OpenPlace {
  const config = readHubConfig(dir);
  const key = readHubKey(dir);
  const engine = openEmbeddedEngine({ dir: databasesDirectory(dir), openLevelDown: encryptedLevelDown(key) });
  return putTogether({ dir, config, book: openBook(dir, key, now), now }, engine);
}

/** Opens a hub's directory, and its CouchDB where it has one. Throws `HubProblem` where that cannot be worked with. */
export async function openAnyWorkPlace(dir: string, now: () => number = Date.now, report?: CouchEngineOptions['report']): Promise<OpenPlace> {
  const config = readHubConfig(dir);
  if (!config.couchdb) return openWorkPlace(dir, now);
  const book = openBook(dir, readHubKey(dir), now);
  try {
    return putTogether({ dir, config, book, now }, await openCouch(config.couchdb, book, config.unit, report));
  } catch (error) {
    book.close();
    throw error;
  }
}

export function openBook(dir: string, key: Buffer, now: () => number): HubBook {
  try {
    return openHubBook(dir, key, now);
  } catch (error) {
    if (!(error instanceof StoreOpenError)) throw error;
    throw new HubProblem(error.code, error.code === 'InUse' ? `another process has the hub in ${dir} open; end it first` : `the hub's file cannot be opened: ${error.message}`);
  }
}
