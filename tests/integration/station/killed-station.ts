import { appendFileSync } from 'node:fs';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { createBackupWorker } from '../../../src-main/station/backup/create-backup-worker.ts';
import { openStationFile } from '../../../src-main/station/open-station-file.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { createSyncWorker } from '../../../src-main/station/sync/create-sync-worker.ts';
import type { OperationRequest } from '../../../src-main/station/operations/run-operation.ts';

/** What the parent tells: everything is given, so that nothing but work happens before the end. */
export interface KilledWork { dir: string; keyHex: string; requests: OperationRequest[]; ackFile: string; hub: boolean }

/** Works in a station, exchanges and copies all at once, notes each operation after its answer, until somebody kills it. */
async function work({ dir, keyHex, requests, ackFile, hub }: KilledWork): Promise<void> {
  const key = Buffer.from(keyHex, 'hex');
  const db = await openStationFile({ dir, key, keyring: readKeyring(dir), now: Date.now, reserveBytes: 0 });
  if (hub) createSyncWorker({ db }).start();
  const backups = createBackupWorker({ db, key, dir, roomToLeave: 0 });
  const copying = async () => { for (;;) { await backups.copyNow().catch(() => undefined); await wait(20); } };
  void copying();
  process.send?.('open');
  for (const request of requests) {
    const answer = runOperation(db, { account: 'lan', displayName: 'Lan', role: 'head' }, request);
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
    appendFileSync(ackFile, `${request.key}\n`);
    await nextTurn();
  }
  process.send?.('done');
  await wait(60_000);
}

process.once('message', (given) => { void work(given as KilledWork); });
