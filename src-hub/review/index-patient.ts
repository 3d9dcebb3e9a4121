import { foldForSearch } from '../../src-shared/domain/common/fold-for-search.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { Sql } from '../../store/index.ts';
import { judgeEncounter } from './index-encounter.ts';

/** Not handed over to another station; such a record is the trace of somebody who is elsewhere now. */
const isHere = `NOT EXISTS (SELECT 1 FROM consoleHandedOver o JOIN consoleHandovers h ON h.unit = o.unit AND h.id = o.id WHERE o.unit = consolePatients.unit AND o.patientId = consolePatients.id AND h.status = 'sent')`;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** One citizen number in more than one book: marks all of them, in whichever commune they are. A book the person was handed over from does not count. */
function markShared(sql: Sql, nationalId: string): void {
  const found = sql.get<{ n: number; marked: number | null }>(`SELECT SUM(${isHere}) AS n, SUM(shared) AS marked FROM consolePatients WHERE nationalId = ?`, nationalId);
  const isShared = (found?.n ?? 0) > 1;
  // Mostly there is one, unmarked.
  if (found && (found.marked ?? 0) !== (isShared ? found.n : 0)) sql.run(`UPDATE consolePatients SET shared = ${isShared ? `(${isHere})` : '0'} WHERE nationalId = ?`, nationalId);
}

/** A person was handed over, or taken back. */
export function markPersonShared(sql: Sql, unit: string, id: string): void {
  const nationalId = sql.get<{ nationalId: string | null }>('SELECT nationalId FROM consolePatients WHERE unit = ? AND id = ?', unit, id)?.nationalId;
  if (typeof nationalId === 'string') markShared(sql, nationalId);
}

/** Keeps the row of a person; their records are judged anew where the birth date matters and changed. */
export function indexPatient(sql: Sql, unit: string, id: string, body: DocumentBody | undefined): void {
  const before = sql.get<{ bornOn: string | null; nationalId: string | null }>('SELECT bornOn, nationalId FROM consolePatients WHERE unit = ? AND id = ?', unit, id);
  const [bornOn, nationalId] = [textOrNull(body?.['bornOn']), textOrNull(body?.['nationalId'])];
  if (!body) sql.run('DELETE FROM consolePatients WHERE unit = ? AND id = ?', unit, id);
  else {
    const fullName = textOf(body['fullName']);
    sql.run(
      `INSERT INTO consolePatients (unit, id, fullName, folded, bornOn, nationalId) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (unit, id) DO UPDATE SET fullName = excluded.fullName, folded = excluded.folded, bornOn = excluded.bornOn, nationalId = excluded.nationalId, shared = 0`,
      unit, id, fullName, foldForSearch(fullName), bornOn, nationalId,
    );
  }
  for (const number of new Set([before?.nationalId, nationalId])) if (typeof number === 'string') markShared(sql, number);
  if (before !== undefined === (body !== undefined) && before?.bornOn === bornOn) return;
  for (const row of sql.all<{ id: string }>('SELECT id FROM consoleEncounters WHERE unit = ? AND patientId = ?', unit, id)) judgeEncounter(sql, unit, row.id);
}
