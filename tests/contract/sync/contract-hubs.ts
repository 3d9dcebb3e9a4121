import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDevice, initHub, startHub } from '../../../src-hub/main.ts';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';

/** A hub under the contract suite, with a unit of its own. */
export interface ContractHub {
  url: string; unit: string;
  credential(device: string): Promise<{ user: string; password: string }>;
  /** A request by a foreign client of the same unit. */
  foreign(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Design documents and documents of collections nobody knows may be written here. */
  takesAnything: boolean;
  /** Makes the hub refuse documents of another unit. */
  refuseOtherUnits(): Promise<void>;
  close(): Promise<void>;
}

const request = async (url: string, { user, password }: { user: string; password: string }, method: string, path: string, body?: unknown) => {
  const response = await fetch(`${url}${path}`, {
    method, headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
};
const aUnit = () => `t${randomBytes(5).toString('hex')}`;

async function embedded(): Promise<ContractHub> {
  const directory = mkdtempSync(join(tmpdir(), 'tramxa-hub-'));
  const dir = join(directory, 'hub');
  await initHub({ dir, unit: '769', tier: 'district', port: 1, receiptIntervalSeconds: 1, maxDocumentBytes: 200_000 });
  const hub = await startHub({ dir, port: 0 });
  const unit = aUnit();
  const other = await addDevice({ dir, unit, device: 'pc9' });
  return {
    url: hub.url, unit, takesAnything: false, credential: (device) => addDevice({ dir, unit, device }),
    foreign: (method, path, body) => request(hub.url, other, method, path, body),
    refuseOtherUnits: async () => undefined,
    async close() {
      await hub.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function standIn(): Promise<ContractHub> {
  const unit = aUnit();
  const hub = createCouchStandIn({ databases: [`health-${unit}`, `resources-${unit}`, 'reference'] });
  const url = await hub.listen();
  const credential = { user: 'u', password: 'p' };
  return {
    url, unit, takesAnything: true, credential: async () => credential,
    foreign: async (method, path, body) => request(url, credential, method, path, body),
    refuseOtherUnits: async () => { hub.refuse = (document) => (document._deleted || document['unit'] === unit ? undefined : 'the unit is not this station'); },
    close: () => hub.close(),
  };
}

async function apacheCouch(address: string): Promise<ContractHub> {
  const at = new URL(address);
  const credential = { user: decodeURIComponent(at.username), password: decodeURIComponent(at.password) };
  const url = at.origin;
  const unit = aUnit();
  const databases = [`health-${unit}`, `resources-${unit}`];
  for (const database of databases) await request(url, credential, 'PUT', `/${database}`);
  return {
    url, unit, takesAnything: true, credential: async () => credential,
    foreign: (method, path, body) => request(url, credential, method, path, body),
    refuseOtherUnits: async () => {
      await request(url, credential, 'PUT', `/health-${unit}/_design/door`, { validate_doc_update: `function (doc) { if (!doc._deleted && doc.unit && doc.unit !== '${unit}') throw({ forbidden: 'the unit is not this station' }); }` });
    },
    async close() { for (const database of databases) await request(url, credential, 'DELETE', `/${database}`); },
  };
}

const couchUrl = process.env['COUCHDB_URL'];
/** The implementations; Apache CouchDB is `undefined`, to be reported as not run, without `COUCHDB_URL`. */
export const contractHubs: { name: string; open: (() => Promise<ContractHub>) | undefined }[] = [
  { name: 'the embedded hub', open: embedded },
  { name: 'the stand-in', open: standIn },
  { name: 'Apache CouchDB', open: couchUrl ? () => apacheCouch(couchUrl) : undefined },
];
