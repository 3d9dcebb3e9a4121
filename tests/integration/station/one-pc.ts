import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { QueryAnswer, QueryInput, QueryName } from '../../../src-shared/contract/queries.ts';
import type { Person } from '../../../src-main/station/accounts/accounts.ts';
import { openStationDatabase, type StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { stationQueries } from '../../../src-main/station/queries/index.ts';
import type { Query, QueryFacts } from '../../../src-main/station/queries/query.ts';
import { atEnd, tempDir } from './world.ts';

export const lan: Person = { account: 'lan', displayName: 'Lan', role: 'head' };
export const today = '2026-11-22';
/** Midday of it at the station. */
export const noon = Date.parse('2026-11-22T05:00:00.000Z');

/** The database of a PC, without accounts and without a process of its own. */
export function aDatabase({ file = join(tempDir(), 'station.db'), key = randomBytes(32), now = () => noon, practice = false }: { file?: string; key?: Buffer; now?: () => number; practice?: boolean } = {}): StationDatabase {
  const db = openStationDatabase({ file, key: Buffer.from(key), identity: { unit: '25001', unitName: 'Trạm y tế An Bình', device: 'pc-test', instance: randomBytes(4).toString('hex'), practice }, now, mustExist: false });
  db.settings.set('identity', db.identity);
  atEnd(() => db.close());
  return db;
}

let keys = 0;
/** One operation with a key of its own. */
export const tell = (db: StationDatabase, operation: string, input: unknown, key = `k${(keys += 1)}`, person = lan) => runOperation(db, person, { operation, key, input });
type Told = ReturnType<typeof tell>;
export function must(answer: Told) {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.result;
}
export const refusal = (answer: Told) => (answer.ok ? undefined : answer.refusals[0]);
export const show = async <N extends QueryName>(db: StationDatabase, query: N, input: QueryInput<N>): Promise<QueryAnswer<N>> => (stationQueries[query] as Query<N>)(input as never, { db } as QueryFacts);
