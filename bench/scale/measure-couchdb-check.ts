// What the check of every minute costs for each database on a CouchDB: `COUCHDB_URL=… node bench/scale/measure-couchdb-check.ts [DATABASES]`, JSON on stdout.
import { randomBytes } from 'node:crypto';
import { openCouchEngine } from '../../src-hub/engine/couchdb/open-couch-engine.ts';

const TIMES = 5;

/** Milliseconds on the clock for each database: of the quickest of several openings, each of which checks them all, without what an empty one takes. */
async function measureCheck(address: string, databases: number): Promise<{ databases: number; checkMs: number }> {
  const at = new URL(address);
  const admin = { url: at.origin, user: decodeURIComponent(at.username), password: decodeURIComponent(at.password) };
  const prefix = `c${randomBytes(5).toString('hex')}-`;
  const service = { name: `tramxa-${prefix}check`, password: randomBytes(12).toString('hex') };
  const open = () => openCouchEngine({ ...admin, prefix, service, hub: 'check' });
  const quickest = async (): Promise<number> => {
    let least = Infinity;
    for (let n = 0; n < TIMES; n += 1) {
      const from = performance.now();
      const engine = await open();
      least = Math.min(least, performance.now() - from);
      await engine.close();
    }
    return least;
  };
  try {
    const empty = await quickest();
    const engine = await open();
    for (let n = 0; n < databases; n += 1) await engine.create(`health-${n}`);
    await engine.close();
    return { databases, checkMs: (await quickest() - empty) / databases };
  } finally {
    const engine = await open();
    for (const name of engine.databases()) await engine.destroy(name);
    await engine.close();
    const headers = { authorization: `Basic ${Buffer.from(`${admin.user}:${admin.password}`).toString('base64')}` };
    for (const path of [`${prefix}reference`]) await fetch(`${admin.url}/${path}`, { method: 'DELETE', headers });
    const user = `${admin.url}/_users/org.couchdb.user:${encodeURIComponent(service.name)}`;
    const { _rev: rev = '' } = await (await fetch(user, { headers })).json() as { _rev?: string };
    await fetch(`${user}?rev=${rev}`, { method: 'DELETE', headers });
  }
}

process.stdout.write(`${JSON.stringify(await measureCheck(process.env['COUCHDB_URL'] ?? '', Number(process.argv[2] ?? 100)), null, 2)}\n`);
