import { arch, freemem, platform, release, totalmem } from 'node:os';
import { statfsSync, statSync } from 'node:fs';
import type { LogLine } from '../../../src-shared/contract/support.ts';
import { collections } from '../../../src-shared/domain/collections.ts';
import { databaseFile } from '../accounts/keyring.ts';
import { programVersion } from '../program-version.ts';
import type { OpenStation } from '../station.ts';

const hoursAhead = (ahead: { device: string; aheadMs: number } | undefined) => (ahead ? `${ahead.device} by ${Math.round(ahead.aheadMs / 3_600_000)} h` : 'none');

/**
 * What a helper far away needs to see, as text a nurse can read before she sends it: the program, the PC, how many records there are
 * and how they stand, what happened last. No name, number or text of a person, no account, no address of a hub, no key.
 */
export function supportFile({ db, sync }: OpenStation, dir: string, log: readonly LogLine[]): string {
  const { line, lastError = 'none' } = sync.line();
  const disk = statfsSync(dir);
  const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;
  const lines = (pairs: readonly (readonly [string, unknown])[]) => pairs.map(([name, value]) => `${name}: ${String(value)}`);
  return [
    'TRẠM XÁ – tệp hỗ trợ / support file', 'Không có dữ liệu người bệnh. / No patient data.', '',
    ...lines([
      ['written', db.clock.instant()], ['program', programVersion], ['node', process.version], ['system', `${platform()} ${release()} ${arch()}`],
      ['memory', `${megabytes(freemem())} free of ${megabytes(totalmem())}`], ['disk', `${megabytes(disk.bavail * disk.bsize)} free`], ['data file', megabytes(statSync(databaseFile(dir)).size)],
      ['unit', db.identity.unit], ['device', db.identity.device], ['practice', db.identity.practice],
      ['clock behind', db.clock.isBehind()], ['another clock ahead', hoursAhead(db.clockAhead())], ['line', line], ['last error', /^\w+$/.test(lastError) ? lastError : 'in words, left out'], ['waiting', db.journal.waiting().count], ['refused above', db.journal.denied().length],
    ]),
    '', 'records', ...lines(Object.keys(collections).map((name) => [`  ${name}`, db.store.count(name)])),
    '', 'log, newest first', ...log.map(({ at, event, faultId, facts }) => `  ${at} ${event}${faultId ? ` ${faultId}` : ''} ${JSON.stringify(facts)}`), '',
  ].join('\n');
}
