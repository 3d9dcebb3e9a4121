import type { SubmittedRow } from '../../src-shared/contract/hub-api.ts';
import { foldForSearch } from '../../src-shared/domain/common/fold-for-search.ts';
import type { SqlValue } from '../../store/index.ts';
import type { HubBook } from '../provisioning/hub-book.ts';

export interface SubmittedQuery { units: string[]; kind?: 'checkup' | 'visit'; text?: string; limit?: number; offset?: number }

interface Row { unit: string; recordId: string; kind: string; status: string; occurredOn: string; submittedAt: string | null; patientId: string; fullName: string | null; bornOn: string | null; author: string; conclusionClass: string | null }

const FROM = 'FROM consoleEncounters e LEFT JOIN consolePatients p ON p.unit = e.unit AND p.id = e.patientId';
const COLUMNS = 'e.unit, e.id AS recordId, e.kind, e.status, e.occurredOn, e.submittedAt, e.patientId, p.fullName, p.bornOn, e.author, e.conclusionClass';
const DEFAULT_LIMIT = 50;

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function whereOf({ units, kind, text }: SubmittedQuery): { where: string; values: SqlValue[] } {
  const conditions = [`e.unit IN (SELECT value FROM json_each(?))`];
  const values: SqlValue[] = [JSON.stringify(units)];
  if (kind) { conditions.push('e.kind = ?'); values.push(kind); }
  for (const word of foldForSearch(text ?? '').split(/\s+/).filter(Boolean).slice(0, 10)) {
    conditions.push(`p.folded LIKE ? ESCAPE '\\'`);
    values.push(`%${escapeLike(word)}%`);
  }
  return { where: `WHERE ${conditions.join(' AND ')}`, values };
}

const toRow = ({ submittedAt, bornOn, conclusionClass, fullName, kind, ...row }: Row): SubmittedRow => ({
  ...row, kind: kind as SubmittedRow['kind'], patientName: fullName ?? '', ...(submittedAt === null ? {} : { submittedAt }), ...(bornOn === null ? {} : { bornOn }),
  ...(conclusionClass === null ? {} : { conclusionClass }),
});

/** Submitted records, newest first; by any part of the patient's name, with or without tone marks. */
export function listSubmitted(book: HubBook, query: SubmittedQuery): { rows: SubmittedRow[]; total: number } {
  const { where, values } = whereOf(query);
  const total = book.sql.get<{ n: number }>(`SELECT COUNT(*) AS n ${FROM} ${where}`, ...values)?.n ?? 0;
  const rows = book.sql.all<Row>(`SELECT ${COLUMNS} ${FROM} ${where} ORDER BY e.occurredOn DESC, e.submittedAt DESC, e.id DESC LIMIT ? OFFSET ?`, ...values, query.limit ?? DEFAULT_LIMIT, query.offset ?? 0);
  return { rows: rows.map(toRow), total };
}
