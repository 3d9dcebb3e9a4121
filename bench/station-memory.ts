import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addDevice, initHub } from '../src-hub/main.ts';
import { createAccounts } from '../src-main/station/accounts/accounts.ts';
import { initStation } from '../src-main/station/accounts/init-station.ts';
import { readKeyring } from '../src-main/station/accounts/keyring.ts';
import { openStationFile } from '../src-main/station/open-station-file.ts';
import { findServing } from '../src-main/station/server/runtime-file.ts';
import { openRemoteWork } from '../src-main/station/work/open-remote-work.ts';
import { encounterBatches } from './support/encounters.ts';
import { inTemporaryPlace } from './support/temporary-place.ts';

/**
 * `node bench/station-memory.ts [--count 100000]` (Linux): the resident memory of a serving station, in MiB: with nothing in it, with so many encounters, while it sends them all
 * to a hub, and of another PC of the unit while it fetches them all. Server, hub and the filling are processes of their own.
 */
const { values } = parseArgs({ options: { count: { type: 'string', default: '100000' } }, allowPositionals: true });
const count = Number(values.count);
const command = join(import.meta.dirname, '../src-main/cli/tramxa.js');
const password = 'mật khẩu của Lan';
const residentMiB = ({ pid }: ChildProcess, field: 'VmRSS' | 'VmHWM') => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const running = new Set<ChildProcess>();
process.once('exit', () => { for (const child of running) child.kill('SIGKILL'); });
function tramxa(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, TRAMXA_PASSWORD: password } });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(300);
  }
}

/** As the station's own saves lie in the file, two hundred to a commit; in a process of its own, whose memory is not looked at. */
async function fill(dir: string): Promise<void> {
  const unlocked = await createAccounts(dir, Date.now).unlock('lan', password);
  if (!unlocked.ok) throw new Error('not unlocked');
  const db = await openStationFile({ dir, key: unlocked.key, keyring: readKeyring(dir), now: Date.now });
  for (const bodies of encounterBatches({ count, batch: 200, device: db.identity.device })) db.journal.save({ documents: bodies.map((body) => ({ body, expectedRev: null })), context: 'recordVisit' });
  await db.close();
}

/** Serves, signs in, exchanges until `isDone`, and tells what memory that took. */
async function measure(name: string, dir: string, isDone: (status: { waiting: number; allProved: boolean; totalOwn: number }) => boolean): Promise<void> {
  const station = tramxa('station', 'serve', '--dir', dir);
  const runtime = await until(() => findServing(dir));
  const sealed = residentMiB(station, 'VmRSS');
  const work = await openRemoteWork(runtime, 'lan', password);
  const opened = residentMiB(station, 'VmRSS');
  const startedAt = Date.now();
  await until(async () => {
    const outcome = await work.ask('syncStatus', {});
    return outcome.ok && isDone(outcome.answer as Parameters<typeof isDone>[0]) ? true : undefined;
  });
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  await wait(3_000);
  const row = { sealed, opened, peak: residentMiB(station, 'VmHWM'), after: residentMiB(station, 'VmRSS') };
  console.log(`${name.padEnd(32)} ${Object.entries(row).map(([key, mib]) => `${key} ${mib.toFixed(0)}`).join('  ')} MiB  ${seconds} s`);
  await work.close();
  const ended = new Promise((resolve) => station.once('exit', resolve));
  station.kill('SIGTERM');
  await ended;
}

if (process.argv[2] === 'fill') await fill(process.argv[3] ?? '');
else await inTemporaryPlace(async (place) => {
  const hubDir = join(place, 'hub');
  await initHub({ dir: hubDir, unit: '769', tier: 'district', port: 0, receiptIntervalSeconds: 2 });
  const credentials = [await addDevice({ dir: hubDir, unit: '25001', device: 'pc1' }), await addDevice({ dir: hubDir, unit: '25001', device: 'pc2' })];
  const hub = spawn(process.execPath, [join(import.meta.dirname, '../tests/integration/hub/serve-for-kill.ts'), hubDir, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(hub);
  const url = await new Promise<string>((resolve) => { hub.stdout.once('data', (part: Buffer) => { resolve(part.toString().trim()); }); });
  const dirs = credentials.map((_, n) => join(place, `station${n}`));
  for (const [n, credential] of credentials.entries()) {
    await initStation({ dir: dirs[n] ?? '', unit: '25001', unitName: 'Trạm', now: Date.now, hub: { url, ...credential }, firstAccount: { account: 'lan', displayName: 'Lan', role: 'head', password } });
  }
  const [first = '', second = ''] = dirs;
  await measure('nothing in it', first, ({ waiting }) => waiting === 0);
  await new Promise((resolve) => spawn(process.execPath, [import.meta.filename, 'fill', first, '--count', values.count], { stdio: 'inherit' }).once('exit', resolve));
  await measure(`sends ${count}`, first, ({ waiting, allProved }) => waiting === 0 && allProved);
  await measure(`has sent ${count}`, first, ({ waiting, allProved }) => waiting === 0 && allProved);
  await measure(`another PC fetches ${count}`, second, ({ totalOwn }) => totalOwn >= count);
});
process.exit();
