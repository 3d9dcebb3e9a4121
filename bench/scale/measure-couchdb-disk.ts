import { hash } from 'node:crypto';
import { encounterBatches } from '../support/encounters.ts';
import { authorizationOf, type Road } from '../sync/sync-subject.ts';
import { startCouchdb } from '../hub/couchdb.ts';

/** Bytes for each record on a CouchDB, of one copy: as written in batches of 500, as written consultation by consultation, and each after a compaction. */
export interface CouchdbDisk { records: number; fileBytes: number; compactedBytes: number; jsonBytes: number; singlyFileBytes: number; singlyCompactedBytes: number }

interface Info { sizes: { file: number; external: number }; compact_running: boolean }
const BATCH = 500;
/** What a station has to send after a consultation. */
const CONSULTATION = 6;
const LOOK_MS = 500;

async function measureBatches(road: Road, records: number, batch: number): Promise<{ written: number; compacted: number; json: number }> {
  const headers = { authorization: authorizationOf(road), 'content-type': 'application/json' };
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${road.url}/${road.database}${path}`, { headers, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`CouchDB answered ${response.status}`);
    return response.json();
  };
  for (const some of encounterBatches({ count: records, batch, unit: road.unit, device: 'pc1' })) {
    await ask('/_bulk_docs', { new_edits: false, docs: some.map((one) => ({ ...one, _rev: `1-${hash('sha256', JSON.stringify(one), 'hex').slice(0, 32)}` })) });
  }
  const info = async () => await ask('') as Info;
  const written = await info();
  await ask('/_compact', {});
  let compacted = await info();
  do { await new Promise((resolve) => { setTimeout(resolve, LOOK_MS); }); compacted = await info(); } while (compacted.compact_running);
  return { written: written.sizes.file / records, compacted: compacted.sizes.file / records, json: compacted.sizes.external / records };
}

export async function measureCouchdbDisk(address: string, records: number): Promise<CouchdbDisk> {
  const server = await startCouchdb(address);
  try {
    const [road, other] = await server.stations(2);
    if (!road || !other) throw new Error('no database');
    const whole = await measureBatches(road, records, BATCH);
    const singly = await measureBatches(other, records, CONSULTATION);
    return { records, fileBytes: whole.written, compactedBytes: whole.compacted, jsonBytes: whole.json, singlyFileBytes: singly.written, singlyCompactedBytes: singly.compacted };
  } finally {
    await server.stop();
  }
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await measureCouchdbDisk(process.env['COUCHDB_URL'] ?? '', Number(process.argv[2] ?? 10_000)), null, 2)}\n`);
