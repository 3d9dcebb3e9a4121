import { fork } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { readBackup } from '../../../src-main/station/backup/backup-file.ts';
import { listCopies } from '../../../src-main/station/backup/copy-folder.ts';
import { restoreStation } from '../../../src-main/station/backup/restore-station.ts';
import { openStationFile } from '../../../src-main/station/open-station-file.ts';
import { verifyStation } from '../../../src-main/station/verify/verify-station.ts';
import { addDevice, initHub, startHub } from '../../../src-hub/main.ts';
import { sampleLines } from '../../../src-shared/domain/practice/sample-load-lines.ts';
import { seededRandom } from '../../../src-shared/domain/practice/sample-people.ts';
import type { KilledWork } from './killed-station.ts';
import { aStation, atEnd, openWork, password, tempDir } from './world.ts';

/** `npm run faults -- kill --runs 300` gives both. */
const runs = Number(process.env.KILL_RUNS ?? 6);
const seed = Number(process.env.KILL_SEED ?? 7);

async function aHub() {
  const dir = join(tempDir(), 'hub');
  await initHub({ dir, unit: '769', tier: 'district', port: 0, receiptIntervalSeconds: 1 });
  const hub = await startHub({ dir, port: 0 });
  atEnd(() => hub.close());
  return { url: hub.url, ...await addDevice({ dir, unit: '25001', device: 'pc1' }) };
}

/** Starts the child, kills it so long after it was started or after it had the file open; answers when it is gone. */
function killAfter(ms: number, from: 'start' | 'open', given: KilledWork): Promise<string> {
  return new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, 'killed-station.ts'), { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let said = '';
    const kill = () => setTimeout(() => child.kill('SIGKILL'), ms);
    child.stderr?.on('data', (part: Buffer) => { said += part.toString(); });
    child.on('message', (message) => { if (message === 'open' && from === 'open') kill(); });
    child.on('close', () => resolve(said));
    child.send(given);
    if (from === 'start') kill();
  });
}

it(`[DUR9] killed ${runs} times at any moment, working, exchanging and copying, a station keeps everything it answered for`, { timeout: 120_000 + runs * 15_000 }, async () => {
  const random = seededRandom(seed);
  const { dir } = await aStation({ hub: await aHub() });
  const unlocked = await createAccounts(dir, Date.now).unlock('lan', password);
  if (!unlocked.ok) throw new Error('not unlocked');
  const { key } = unlocked;
  const today = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10);
  const all = [...sampleLines({ people: 30 + runs * 8, checkups: 40 + runs * 30, movements: 20 + runs * 10, seed, today })].map(({ key: name, operation, input }) => ({ key: name, operation, input }));
  const acknowledged = new Set<string>();
  let done = 0;
  for (let n = 0; n < runs; n += 1) {
    const ackFile = join(tempDir(), 'ack');
    // Two of those done before come again: they must answer, and do nothing.
    const given = { dir, keyHex: key.toString('hex'), ackFile, hub: true, requests: [...all.slice(Math.max(0, done - 2), done), ...all.slice(done)] };
    const opening = n % 6 === 5;
    const said = await killAfter(opening ? 300 + random() * 1200 : random() * 900, opening ? 'start' : 'open', given);
    expect([n, said]).toEqual([n, '']);
    const acks = existsSync(ackFile) ? readFileSync(ackFile, 'utf8').split('\n').slice(0, -1) : [];
    for (const ack of acks) acknowledged.add(ack);
    const db = await openStationFile({ dir, key: Buffer.from(key), keyring: readKeyring(dir), now: Date.now, reserveBytes: 0 });
    try {
      expect([n, db.store.check(true)]).toEqual([n, []]);
      expect([n, [...acknowledged].filter((ack) => db.doneKeys.find(ack) === undefined)]).toEqual([n, []]);
      const kept = db.store.sql.get<{ count: number }>('SELECT count(*) AS count FROM station_done_keys')?.count ?? 0;
      // At most the one whose answer was under way is there without being acknowledged.
      expect(kept - acknowledged.size).toBeLessThanOrEqual(1 + n);
      expect(db.store.count('auditEvents')).toBe(kept);
      if (n % 10 === 9 || n === runs - 1) expect([n, verifyStation(db).problems]).toEqual([n, []]);
      done = all.findIndex(({ key: name }) => db.doneKeys.find(name) === undefined);
      if (done === -1) done = all.length;
    } finally {
      await db.close();
    }
    const [newest] = listCopies(join(dir, 'backups'));
    if (newest) await readBackup(newest.file);
  }
  expect(acknowledged.size).toBeGreaterThan(0);
  // On a slow machine no copy may have come to its end; this one also removes their halves.
  const last = await openWork(dir);
  await last.backUp();
  await last.close();
  expect(readdirSync(join(dir, 'backups')).filter((name) => name.endsWith('.part'))).toEqual([]);
  const again = join(tempDir(), 'again');
  await restoreStation({ from: join(dir, 'backups'), dir: again, secret: { account: 'lan', password }, now: Date.now });
  expect(await (await openWork(again)).verify()).toMatchObject({ ok: true });
  const work = await openWork(dir);
  await work.exchange({ waitForProofMs: 60_000 });
  expect(await work.ask('syncStatus', {})).toMatchObject({ answer: { waiting: 0, conflicts: 0, denied: 0, allProved: true } });
  console.log(`${runs} kills, seed ${seed}: ${acknowledged.size} operations acknowledged, none lost`);
});
