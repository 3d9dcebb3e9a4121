import { findSecret } from './read-secret.ts';
import { UsageError } from './verb.ts';

/** What `--couchdb URL` names: the server, its administrator, and the password from `TRAMXA_COUCHDB_PASSWORD` or the address. */
export function couchServer(address: string | undefined, prefix: string | undefined): { url: string; user: string; password: string; prefix: string } | undefined {
  if (address === undefined) {
    if (prefix !== undefined) throw new UsageError('--couchdb-prefix belongs to --couchdb');
    return undefined;
  }
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw new UsageError('--couchdb wants the address of a CouchDB, e.g. https://admin@couch.example:6984');
  const password = findSecret('TRAMXA_COUCHDB_PASSWORD') ?? decodeURIComponent(url.password);
  if (!password) throw new UsageError('the password of the CouchDB is missing: set TRAMXA_COUCHDB_PASSWORD');
  return { url: url.origin, user: decodeURIComponent(url.username) || 'admin', password, prefix: prefix ?? '' };
}
