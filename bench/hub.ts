import type { Benchmark } from './support/benchmark.ts';
import { inTemporaryPlace } from './support/temporary-place.ts';
import { startCouchdb } from './hub/couchdb.ts';
import { installPeers, startExpressPouchdb } from './hub/express-pouchdb.ts';
import type { StartHubServer } from './hub/hub-server.ts';
import { measureServers } from './hub/measure-servers.ts';
import { startOurServer } from './hub/our-server.ts';

/** The server of a tier, ours beside express-pouchdb, and beside Apache CouchDB where `COUCHDB_URL` names one. */
export const hubBenchmark: Benchmark = {
  name: 'hub',
  async measure(options) {
    const couchdb = process.env['COUCHDB_URL'];
    const servers: Record<string, StartHubServer> = { ours: startOurServer };
    if (installPeers(options.say)) servers['expressPouchdb'] = startExpressPouchdb;
    else options.say('hub: the peers could not be installed, so no express-pouchdb');
    if (couchdb !== undefined && couchdb !== '') servers['couchdb'] = () => startCouchdb(couchdb);
    return inTemporaryPlace((place) => measureServers(place, servers, options));
  },
};
