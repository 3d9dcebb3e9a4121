import { randomBytes } from 'node:crypto';
import { openCouchEngine } from '../engine/couchdb/open-couch-engine.ts';
import type { CouchEngineOptions } from '../engine/couchdb/open-couch-engine.ts';
import { EngineAway, EngineInUse } from '../engine/engine.ts';
import type { Engine } from '../engine/engine.ts';
import { uuidOf } from './hub-book.ts';
import type { HubBook } from './hub-book.ts';
import type { HubConfig } from './hub-config.ts';
import { HubProblem } from './hub-problem.ts';

export type CouchPlace = NonNullable<HubConfig['couchdb']>;

const ADMIN_PASSWORD = 'couchPassword';
const SERVICE_PASSWORD = 'couchServicePassword';

/** Both passwords lie in the encrypted file only. */
export function keepCouchPassword(book: HubBook, password: string): void {
  if (!password) throw new HubProblem('NoPassword', 'the password of the CouchDB is missing: set TRAMXA_COUCHDB_PASSWORD');
  book.setSetting(ADMIN_PASSWORD, password);
}

/** Opens a hub's CouchDB and puts it in order; a new password of its administrator (`TRAMXA_COUCHDB_PASSWORD`) is kept once it worked. Throws `HubProblem` `CouchAway`, `CouchInUse` or `CouchRefuses`. */
export async function openCouch({ url, user, prefix }: CouchPlace, book: HubBook, unit: string, report?: CouchEngineOptions['report']): Promise<Engine> {
  const servicePassword = book.setting(SERVICE_PASSWORD) ?? randomBytes(24).toString('base64url');
  book.setSetting(SERVICE_PASSWORD, servicePassword);
  const password = process.env['TRAMXA_COUCHDB_PASSWORD'] ?? book.setting(ADMIN_PASSWORD) ?? '';
  try {
    const engine = await openCouchEngine({
      url, user, prefix, password, hub: uuidOf(book), service: { name: `tramxa-${prefix}${unit}`, password: servicePassword }, ...(report ? { report } : {}),
    });
    keepCouchPassword(book, password);
    return engine;
  } catch (error) {
    if (error instanceof EngineInUse) throw new HubProblem('CouchInUse', `another hub works on the databases of ${url}${prefix === '' ? '' : ` that begin with ${prefix}`}: end it, or give this one a --couchdb-prefix of its own; a hub that was ended by force is forgotten after three minutes`);
    if (error instanceof EngineAway) throw new HubProblem('CouchAway', `the CouchDB at ${url} does not answer: is it running?`);
    throw new HubProblem('CouchRefuses', `the CouchDB at ${url} cannot be worked with: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}
