import type { AccessRow } from '../../src-shared/contract/hub-api.ts';
import { databaseName } from '../../src-shared/domain/collections.ts';
import { readAccessLog } from './access-log.ts';
import { checkWholeAccessLog } from './check-access-log.ts';
import { HubProblem } from './hub-problem.ts';
import type { WorkPlace } from './work-place.ts';

/** `patientId` or `nationalId`: only what was noted about this person, in whichever book they stand. */
export interface AccessExport { patientId?: string; nationalId?: string }
export interface AccessReport { rows: AccessRow[]; total: number; /** The first line that does not fit the chain. */ brokenAt?: number }

/** Databases a person's record lies in: of the station whose book they stand in, and of each they were handed over to. */
const databasesOf = ({ sql }: WorkPlace['book'], id: string): string[] =>
  sql.all<{ unit: string }>("SELECT unit FROM consolePatients WHERE id = ? UNION SELECT toUnit FROM consoleHandovers WHERE body->>'patientId' = ?", id, id).map(({ unit }) => databaseName('health', unit));

/** The access log, oldest first, to be kept or to be given to the person it is about (law 91/2025/QH15); who read a whole database read theirs too. Throws `NoSuchPerson`. */
export async function exportAccessLog({ book, now }: WorkPlace, { patientId, nationalId }: AccessExport): Promise<AccessReport> {
  const ids = nationalId === undefined ? (patientId === undefined ? undefined : [patientId]) : book.sql.all<{ id: string }>('SELECT id FROM consolePatients WHERE nationalId = ?', nationalId).map(({ id }) => id);
  if (ids?.length === 0) throw new HubProblem('NoSuchPerson', 'nobody with this number is known here');
  const read = (about: { patientId?: string; database?: string }) => readAccessLog(book, { limit: Number.MAX_SAFE_INTEGER, ...about }).rows;
  const databases = new Set(ids?.flatMap((id) => databasesOf(book, id)));
  const rows = (ids === undefined ? read({}) : [...ids.flatMap((patientId) => read({ patientId })), ...[...databases].flatMap((database) => read({ database }))]).sort((a, b) => a.number - b.number);
  const { brokenAt } = await checkWholeAccessLog(book, now);
  return { rows, total: rows.length, ...(brokenAt === undefined ? {} : { brokenAt }) };
}
