import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { Sql } from '../../store/index.ts';

/** Ids of the versions a report of a case takes the place of, as its row keeps them: two with the same are one case reported twice. */
export function replacedIds({ replaces }: DocumentBody): string | null {
  const ids = Array.isArray(replaces) ? replaces.filter((id): id is string => typeof id === 'string').sort() : [];
  return ids.length > 0 ? ids.join(' ') : null;
}

/** Whether a further version is here already, whatever came first. */
export const isReplaced = (sql: Sql, unit: string, patientId: string, id: string): boolean =>
  sql.get(`SELECT 1 AS yes FROM consoleEncounters WHERE unit = ? AND patientId = ? AND kind = 'caseReport' AND instr(subject, ?) > 0`, unit, patientId, id) !== undefined;

/** Nobody needs to look at a version that was replaced. */
export function strikeReplaced(sql: Sql, unit: string, replaced: string | null): void {
  for (const id of replaced?.split(' ') ?? []) sql.run(`UPDATE consoleEncounters SET status = 'voided' WHERE unit = ? AND id = ?`, unit, id);
}
