import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openEmbeddedEngine } from '../engine/embedded/open-embedded-engine.ts';
import { encryptedLevelDown } from '../engine/encrypted-files.ts';
import { StoreOpenError } from '../engine/store-errors.ts';
import { openHubBook } from './hub-book.ts';
import type { HubBook } from './hub-book.ts';
import { HubProblem } from './hub-problem.ts';
import { readHubConfig } from './hub-config.ts';
import { readHubKey } from './hub-key.ts';
import type { WorkPlace } from './work-place.ts';

export interface OpenPlace extends WorkPlace { uuid: string; close(): Promise<void> }

/** Opens a hub's directory; this process alone has it until `close()`. */
export function openWorkPlace(dir: string, now: () => number = Date.now): OpenPlace {
  const config = readHubConfig(dir);
  const key = readHubKey(dir);
  const book = openBook(dir, key, now);
  const engine = openEmbeddedEngine({ dir: join(dir, 'databases'), openLevelDown: encryptedLevelDown(key) });
  const uuid = book.setting('uuid') ?? randomUUID().replaceAll('-', '');
  book.setSetting('uuid', uuid);
  return {
    dir, config, book, engine, now, uuid, changed: () => undefined,
    async close() {
      await engine.close();
      book.close();
    },
  };
}

function openBook(dir: string, key: Buffer, now: () => number): HubBook {
  try {
    return openHubBook(dir, key, now);
  } catch (error) {
    if (!(error instanceof StoreOpenError)) throw error;
    throw new HubProblem(error.code, error.code === 'InUse' ? `another process has ${dir} open` : `the hub's file cannot be opened: ${error.message}`);
  }
}
