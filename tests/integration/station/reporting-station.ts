import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { QueryAnswer, QueryInput, QueryName } from '../../../src-shared/contract/queries.ts';
import type { Person } from '../../../src-main/station/accounts/accounts.ts';
import { openStationDatabase, type StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { prepareOperation } from '../../../src-main/station/operations/prepare-operation.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { stationQueries } from '../../../src-main/station/queries/index.ts';
import type { Query, QueryFacts } from '../../../src-main/station/queries/query.ts';
import { reportForms, type ReportNumber } from '../../../src-shared/domain/report/report-lines.ts';
import { aPerson, atEnd, personId, tempDir } from './world.ts';

export const lan: Person = { account: 'lan', displayName: 'Lan', role: 'head' };

/** A station whose clock can be set, of whose months reports are counted and locked. */
export function aReportingStation() {
  let nowMs = Date.parse('2026-09-20T05:00:00.000Z');
  const file = join(tempDir(), 'station.db');
  const db: StationDatabase = openStationDatabase({ file, key: randomBytes(32), identity: { unit: '25001', unitName: 'A', device: 'pc-test', instance: randomBytes(4).toString('hex'), practice: false }, now: () => (nowMs += 10), mustExist: false });
  db.settings.set('identity', db.identity);
  atEnd(() => db.close());
  let keys = 0;
  const tell = (operation: string, input: unknown, person = lan) => runOperation(db, person, { operation, key: `k${(keys += 1)}`, input });
  const must = (operation: string, input: unknown) => { const answer = tell(operation, input); if (!answer.ok) throw new Error(`${operation} ${JSON.stringify(answer.refusals)}`); return answer.result.id; };
  const show = async <N extends QueryName>(query: N, input: QueryInput<N>): Promise<QueryAnswer<N>> => (stationQueries[query] as Query<N>)(input as never, { db } as QueryFacts);
  const numbers = async (month: string): Promise<ReportNumber[]> => (await Promise.all(reportForms.map(async (form) => (await show('reportForm', { month, form })).numbers))).flat();
  return {
    db, tell, must, show, numbers, at: (day: string) => { nowMs = Date.parse(`${day}T05:00:00.000Z`); },
    one: async (month: string, line: string) => (await numbers(month)).find(({ id }) => id === line),
    async lock(period: string, more: object = {}, person = lan) {
      await prepareOperation(db, { operation: 'lockReport', input: { period } });
      return tell('lockReport', { period, shown: await numbers(period), ...more }, person);
    },
    somebody: (n: number, with_: Record<string, unknown> = {}) => must('registerPatient', aPerson(n, with_)),
    visit: (n: number, occurredOn: string, with_: object = {}) => must('recordVisit', { patientId: personId(n), occurredOn, symptoms: 'Ho', ...with_ }),
  };
}
export const refusal = (answer: ReturnType<ReturnType<typeof aReportingStation>['tell']>) => (answer.ok ? undefined : answer.refusals[0]?.code);
