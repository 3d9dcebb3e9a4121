import { createHubClient, TransportError } from '../../../sync/index.ts';
import { EngineAway, UnknownDatabase } from '../engine.ts';

/** Where a hub's CouchDB is, and the administrator's sign-in that sets it up. */
export interface CouchAccess {
  /** Without sign-in and path, e.g. `https://couch.example:6984`. */
  url: string; user: string; password: string;
  /** Before the name of every database there, so that several hubs may share a server; mostly ''. */
  prefix: string;
}

export interface CouchQuestion { body?: unknown; signal?: AbortSignal; /** Statuses that are answers, not faults. */ allow?: readonly number[] }
export interface CouchAnswer<T> { status: number; body: T | undefined; /** CouchDB's own words about a status above 299. */ said: string }
/** CouchDB does not let this user in. */
export class CouchRefuses extends Error {
  constructor(message: string) { super(message); this.name = 'CouchRefuses'; }
}

/** More than is read at once: to be asked for in smaller parts. */
export class AnswerTooLarge extends Error {
  constructor() { super('CouchDB answered more than is read at once'); this.name = 'AnswerTooLarge'; }
}

/** Asks with one user's session. Throws `EngineAway` where CouchDB cannot answer now, `UnknownDatabase` for a database that is not there, `CouchRefuses`, `AnswerTooLarge`. */
export type AskCouch = <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, question?: CouchQuestion) => Promise<CouchAnswer<T>>;

/** A whole first reading of a large database may take CouchDB this long before its first byte. */
const SILENCE_MS = 120_000;
const CREATED = 201;
/** In CouchDB's own words; a missing document is a 404 too. */
const NO_DATABASE = 'Database does not exist';
const isBroken = (status: number): boolean => status >= 500 || status === 429 || status === 408;

export function createAskCouch({ url, user, password }: Omit<CouchAccess, 'prefix'>, send?: typeof fetch): AskCouch {
  const client = createHubClient({ hubUrl: url, user, password, timeoutMs: SILENCE_MS, gzipLevel: 0, ...(send ? { fetch: send } : {}) });
  return async <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, { body, signal, allow = [] }: CouchQuestion = {}): Promise<CouchAnswer<T>> => {
    try {
      const answer = await client.request<T>(path, { method, ...(body === undefined ? {} : { body }), ...(signal ? { signal } : {}) });
      return { status: method === 'PUT' ? CREATED : 200, body: answer, said: '' };
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      const { status } = error;
      if (error.kind === 'tooLarge' && status !== 413) throw new AnswerTooLarge();
      if (error.kind === 'notCouch') throw new EngineAway(`something else than CouchDB answered: ${error.message}`);
      if (status === 404 && error.message.includes(NO_DATABASE)) throw new UnknownDatabase(path.split(/[/?]/, 2)[1] ?? '');
      if (status !== undefined && allow.includes(status)) return { status, body: undefined, said: error.message };
      if (status === undefined || isBroken(status)) throw new EngineAway(`CouchDB ${error.kind === 'timeout' ? 'does not answer in time' : 'cannot be reached'}: ${error.message}`);
      const said = `CouchDB answered ${status} to ${method}: ${error.message}`;
      throw status === 401 || status === 403 ? new CouchRefuses(said) : new Error(said);
    }
  };
}
