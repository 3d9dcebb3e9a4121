import { hash } from 'node:crypto';
import { encounterBatches } from '../support/encounters.ts';
import { authorizationOf } from '../sync/sync-subject.ts';
import { startCouchdb } from '../hub/couchdb.ts';

/** Bytes for each record on a CouchDB: `file` as written, `compacted` after a compaction, of one copy. */
export interface CouchdbDisk { records: number; fileBytes: number; compactedBytes: number; jsonBytes: number }

interface Info { sizes: { file: number; external: number }; compact_running: boolean }
const BATCH = 500;
const LOOK_MS = 500;

export async function measureCouchdbDisk(address: string, records: number): Promise<CouchdbDisk> {
  const server = await startCouchdb(address);
  try {
    const [road] = await server.stations(1);
    if (!road) throw new Error('no database');
    const headers = { authorization: authorizationOf(road), 'content-type': 'application/json' };
    const ask = async (path: string, body?: unknown): Promise<unknown> => {
      const response = await fetch(`${road.url}/${road.database}${path}`, { headers, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }) });
      if (!response.ok) throw new Error(`CouchDB answered ${response.status}`);
      return response.json();
    };
    for (const batch of encounterBatches({ count: records, batch: BATCH, unit: road.unit, device: 'pc1' })) {
      await ask('/_bulk_docs', { new_edits: false, docs: batch.map((one) => ({ ...one, _rev: `1-${hash('sha256', JSON.stringify(one), 'hex').slice(0, 32)}` })) });
    }
    const info = async () => await ask('') as Info;
    const written = await info();
    await ask('/_compact', {});
    let compacted = await info();
    do { await new Promise((resolve) => { setTimeout(resolve, LOOK_MS); }); compacted = await info(); } while (compacted.compact_running);
    return { records, fileBytes: written.sizes.file / records, compactedBytes: compacted.sizes.file / records, jsonBytes: compacted.sizes.external / records };
  } finally {
    await server.stop();
  }
}
