import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDevice, initHub, startHub } from '../../../src-hub/main.ts';
import type { NewHub, RunningHub } from '../../../src-hub/main.ts';
import { ACCESS_PURPOSE_HEADER } from '../../../src-shared/contract/access-purpose.ts';

export interface Credential { user: string; password: string }
export interface Reply { status: number; headers: Headers; text: string; body: unknown }

const authorization = ({ user, password }: Credential) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** One request to a hub, JSON in and out; an administrator says why. */
export async function ask(url: string, method: string, path: string, { as, body, headers = {} }: { as?: Credential; body?: unknown; headers?: Record<string, string> } = {}): Promise<Reply> {
  const send = () => fetch(url + path, {
    method, headers: { ...(as ? { Authorization: authorization(as), [ACCESS_PURPOSE_HEADER]: 'inspection' } : {}), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  // A connection left over from a hub that was closed on the same port breaks once.
  const response = await send().catch(send);
  const text = await response.text();
  let parsed: unknown;
  try { parsed = JSON.parse(text); } catch { parsed = undefined; }
  return { status: response.status, headers: response.headers, text, body: parsed };
}

/** Asks again until the answer fits; more seldom the longer it takes, since a hub lets what can wait make way for who asks. */
export async function until<T>(ask: () => Promise<T> | T, fits: (answer: T) => boolean, ms = 30_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${JSON.stringify(answer)?.slice(0, 500)}`);
    const asked = ms - (end - Date.now());
    await new Promise((resolve) => setTimeout(resolve, Math.min(250, 25 + asked / 20)));
  }
}

export interface HubWorld {
  dir: string;
  /** Makes a hub's directory below the world's and serves it. */
  hub(hub: Omit<NewHub, 'dir' | 'port'> & { port?: number }): Promise<RunningHub & { dir: string }>;
  /** Begins of the names of its hubs' databases on the CouchDB. */
  prefixes: readonly string[];
  /** The CouchDB for one more hub; everything under its prefix goes at the end. */
  couchdb(): { url: string; user: string; password: string; prefix: string };
  device(hub: { dir: string }, unit: string, device?: string): Promise<Credential>;
  end(): Promise<void>;
}

/** What a hub keeps its databases in. `couchdb` only where one is given by `COUCHDB_URL`. */
export type EngineKind = 'embedded' | 'couchdb';
export const engineKinds: EngineKind[] = process.env['COUCHDB_URL'] === undefined ? ['embedded'] : ['embedded', 'couchdb'];

export const couchServer = (prefix: string) => {
  const at = new URL(process.env['COUCHDB_URL'] ?? '');
  return { url: at.origin, user: decodeURIComponent(at.username), password: decodeURIComponent(at.password), prefix };
};

/** What a hub made on the CouchDB goes with it. */
async function emptyCouch(prefix: string): Promise<void> {
  const { url, user, password } = couchServer(prefix);
  const as = { user, password };
  const names = (await ask(url, 'GET', '/_all_dbs', { as })).body as string[];
  for (const name of names) if (name.startsWith(prefix)) await ask(url, 'DELETE', `/${name}`, { as });
  const found = (await ask(url, 'GET', `/_users/_all_docs?startkey="org.couchdb.user:tramxa-${prefix}"&endkey="org.couchdb.user:tramxa-${prefix}~"`, { as })).body as { rows: { id: string; value: { rev: string } }[] };
  for (const { id, value } of found.rows) await ask(url, 'DELETE', `/_users/${id}?rev=${value.rev}`, { as });
}

/** A directory of its own with hubs in it; `end` stops and removes everything. */
export function createHubWorld(engine: EngineKind = 'embedded'): HubWorld {
  const prefixes: string[] = [];
  const couchdb = () => {
    const prefix = `t${randomBytes(5).toString('hex')}-`;
    prefixes.push(prefix);
    return couchServer(prefix);
  };
  const engineFor = () => (engine === 'embedded' ? {} : { couchdb: couchdb() });
  const dir = mkdtempSync(join(tmpdir(), 'tramxa-hub-'));
  const running: RunningHub[] = [];
  return {
    dir, prefixes, couchdb,
    async hub(given) {
      const hubDir = join(dir, given.unit);
      await initHub({ receiptIntervalSeconds: 0.1, port: 0, ...engineFor(), ...given, dir: hubDir });
      const hub = await startHub({ dir: hubDir });
      running.push(hub);
      return { ...hub, dir: hubDir };
    },
    device: (hub, unit, device = 'pc1') => addDevice({ dir: hub.dir, unit, device }),
    async end() {
      await Promise.all(running.map((hub) => hub.close()));
      for (const prefix of prefixes) await emptyCouch(prefix);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A patient's document as a station writes it; enough for the hub. */
export const aPatient = (unit: string, n: number, more: Record<string, unknown> = {}) => ({
  _id: `patients:019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`, unit, device: 'pc-aaaaaaaa', fullName: `Nguyễn Thị ${n}`, bornOn: '1950', sex: 'female',
  createdAt: '2026-11-22T03:00:00.000Z', createdBy: 'lan', updatedAt: '2026-11-22T03:00:00.000Z', updatedBy: 'lan', version: '1', schemaVersion: 1, ...more,
});

export const minted = <T extends { _id: string }>(document: T, generation: number, hash: string, ancestors: string[] = []) => ({
  ...document, _rev: `${generation}-${hash}`, _revisions: { start: generation, ids: [hash, ...ancestors] },
});
