import { join } from 'node:path';
import { expect } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { databaseFile, readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { makeCopy } from '../../../src-main/station/backup/make-copy.ts';
import { restoreStation } from '../../../src-main/station/backup/restore-station.ts';
import { openStationDatabase } from '../../../src-main/station/db/station-database.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { sampleLines } from '../../../src-shared/domain/practice/sample-load-lines.ts';
import { aPerson, aStation, atEnd, openWork, password, tempDir } from './world.ts';

const lan = { account: 'lan', displayName: 'Lan', role: 'head' as const };
export const secret = { account: 'lan', password };
const lines = [...sampleLines({ people: 40, checkups: 80, movements: 60, seed: 29, today: '2026-11-20' })];
export const start = Date.parse('2026-11-20T01:00:00Z');
export const hour = 3_600_000;

/** A station at a clock of its own, opened in this process. */
export async function anOpenStation() {
  let clock = start;
  const now = () => clock;
  const { dir } = await aStation({ now });
  const unlocked = await createAccounts(dir, now).unlock('lan', password);
  if (!unlocked.ok) throw new Error('not unlocked');
  const { key } = unlocked;
  const keyring = readKeyring(dir);
  const db = openStationDatabase({ file: databaseFile(dir), key, cipher: keyring.cipher, identity: keyring, now, mustExist: true });
  let open = true;
  const close = async () => { if (open) { open = false; await db.close(); } };
  atEnd(close);
  let done = 0;
  return {
    dir, key, keyring, db, close, folder: join(tempDir(), 'stick'),
    at(ms: number) { clock = ms; },
    work(count: number) {
      for (const line of lines.slice(done, done + count)) { const answer = runOperation(db, lan, line); if (!answer.ok) throw new Error(JSON.stringify(answer)); }
      done += count;
      return done;
    },
    person(n: number) { runOperation(db, lan, { operation: 'registerPatient', key: `p${n}`, input: aPerson(n) }); },
  };
}
type Opened = Awaited<ReturnType<typeof anOpenStation>>;
export const copy = ({ db, key, keyring, folder }: Opened, at: number, more: Partial<Parameters<typeof makeCopy>[0]> = {}) => makeCopy({ store: db.store, key, keyring, folder, kind: 'auto', now: at, ...more });
export const outcome = async (work: Promise<unknown>) => work.then(() => 'done', (error: Error & { code?: string }) => `${error.code ?? error.name}: ${error.message}`);
/** What a restored directory answers for: audit events, one for each operation and one of the restore. */
export async function eventsOf(from: string): Promise<number> {
  const dir = join(tempDir(), 'again');
  await restoreStation({ from, dir, secret, now: Date.now });
  const work = await openWork(dir);
  const report = await work.verify();
  expect(report.problems).toEqual([]);
  await work.close();
  return report.auditEvents - 1;
}
