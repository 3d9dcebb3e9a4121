// What one record and one station cost a hub: `node bench/scale.ts [RECORDS] [STATIONS] [EACH]`, JSON on stdout; COUCHDB_URL adds a CouchDB's disk.
// docs/scale.md says what follows from it.
import { join } from 'node:path';
import type { LoadCalls } from './hub/load-process.ts';
import { measureCouchdbDisk } from './scale/measure-couchdb-disk.ts';
import { measureOneHub } from './scale/measure-one-hub.ts';
import { measureTiers } from './scale/measure-tiers.ts';
import { startProcess } from './support/calls.ts';
import { describeMachine } from './support/describe-machine.ts';
import { inTemporaryPlace } from './support/temporary-place.ts';

const [records = 10_000, stations = 100, each = 200] = process.argv.slice(2).map(Number);
const couchdb = process.env['COUCHDB_URL'] ?? '';

await inTemporaryPlace(async (place) => {
  const load = await startProcess<LoadCalls>(join(import.meta.dirname, 'hub', 'load-process.ts'));
  try {
    const machine = describeMachine();
    const oneHub = await measureOneHub(join(place, 'one'), load, records);
    const tiers = await measureTiers(join(place, 'tiers'), load, stations, each);
    process.stdout.write(`${JSON.stringify({ machine, oneHub, tiers, ...(couchdb === '' ? {} : { couchdb: await measureCouchdbDisk(couchdb, records) }) }, null, 2)}\n`);
  } finally {
    await load.stop();
  }
});
