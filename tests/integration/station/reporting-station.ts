import type { QueryInput, QueryName } from '../../../src-shared/contract/queries.ts';
import { prepareOperation } from '../../../src-main/station/operations/prepare-operation.ts';
import { reportForms, type ReportNumber } from '../../../src-shared/domain/report/report-lines.ts';
import { aDatabase, lan, must, refusal, show, tell } from './one-pc.ts';
import { aPerson, personId } from './world.ts';

/** A station whose clock can be set, of whose months reports are counted and locked. */
export function aReportingStation() {
  let nowMs = Date.parse('2026-09-20T05:00:00.000Z');
  const db = aDatabase({ now: () => (nowMs += 10) });
  const told = (operation: string, input: unknown, person = lan) => tell(db, operation, input, undefined, person);
  const done = (operation: string, input: unknown) => must(told(operation, input)).id;
  const shown = <N extends QueryName>(query: N, input: QueryInput<N>) => show(db, query, input);
  const numbers = async (month: string): Promise<ReportNumber[]> => (await Promise.all(reportForms.map(async (form) => (await shown('reportForm', { month, form })).numbers))).flat();
  return {
    db, tell: told, must: done, show: shown, numbers, at: (day: string) => { nowMs = Date.parse(`${day}T05:00:00.000Z`); },
    one: async (month: string, line: string) => (await numbers(month)).find(({ id }) => id === line),
    async lock(period: string, more: object = {}, person = lan) {
      await prepareOperation(db, { operation: 'lockReport', input: { period } });
      return told('lockReport', { period, shown: await numbers(period), ...more }, person);
    },
    somebody: (n: number, with_: Record<string, unknown> = {}) => done('registerPatient', aPerson(n, with_)),
    visit: (n: number, occurredOn: string, with_: object = {}) => done('recordVisit', { patientId: personId(n), occurredOn, symptoms: 'Ho', ...with_ }),
  };
}
/** Why it was refused. */
export const refusalCode = (answer: ReturnType<typeof tell>) => refusal(answer)?.code;
