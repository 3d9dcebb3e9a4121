import type { RecordMark, SubmittedOrder, SubmittedRow } from '../../src-shared/contract/hub-api.ts';
import { foldForSearch } from '../../src-shared/domain/common/fold-for-search.ts';
import { parseDoseKey } from '../../src-shared/domain/immunization/immunization-schedule.ts';
import type { QualityProblem } from '../../src-shared/domain/review/find-quality-problems.ts';
import { DRAW_RANGE } from '../../src-shared/domain/review/review-draw.ts';
import type { ReviewStatus } from '../../src-shared/domain/review/derive-review-status.ts';
import type { SqlValue } from '../../store/index.ts';
import { conditionOfSubject } from './subject-of.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import { instantOf } from '../provisioning/work-place.ts';

export interface SubmittedQuery {
  units: string[]; kind?: SubmittedRow['kind'] | undefined; text?: string | undefined; review?: ReviewStatus | undefined; mark?: RecordMark | undefined; order?: SubmittedOrder | undefined;
  /** Submitted at least so many days ago. */
  olderThanDays?: number | undefined; /** Month of the record, `YYYY-MM`. */ period?: string | undefined; limit?: number | undefined; offset?: number | undefined;
}

interface Row {
  unit: string; recordId: string; version: string; kind: string; status: string; occurredOn: string; submittedAt: string | null; patientId: string; fullName: string | null; bornOn: string | null; author: string;
  conclusionClass: string | null; reviewStatus: ReviewStatus; problems: string; shared: number | null; twin: number; late: number; drawn: number; corrected: number; subject: string | null;
}

const DEFAULT_LIMIT = 50;
const DAY_MS = 86_400_000;
const LATE = 'l.lockedAt IS NOT NULL AND e.receivedAt > l.lockedAt';
const DOUBTFUL = '(e.doubtful > 0 OR e.twin = 1 OR IFNULL(p.shared, 0) = 1)';
const FROM = `FROM consoleEncounters e LEFT JOIN consolePatients p ON p.unit = e.unit AND p.id = e.patientId
  LEFT JOIN consoleLocks l ON l.unit = e.unit AND l.period = substr(e.occurredOn, 1, 7)`;
/** Nine digits were an identity card, twelve are a citizen number: then one person is looked for. */
export const isIdentityNumber = (text: string | undefined): text is string => /^(\d{9}|\d{12})$/.test((text ?? '').replaceAll(/\s/g, ''));
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
const drawnBelow = (sharePercent: number): string => `e.draw < ${Math.round((sharePercent * DRAW_RANGE) / 100)}`;

const marks = (share: number): Record<RecordMark, string> => ({
  problem: `(e.wrong > 0 OR ${DOUBTFUL})`, late: `(${LATE})`, drawn: drawnBelow(share), corrected: 'e.corrected = 1',
  clean: `(e.wrong = 0 AND NOT ${DOUBTFUL} AND NOT (${LATE}) AND NOT (${drawnBelow(share)}) AND e.corrected = 0)`,
});
/** Problems first: what is wrong, what is doubtful, what was drawn; of equals what waits longest. */
const orders = (share: number): Record<SubmittedOrder, string> => ({
  newest: 'e.occurredOn DESC, e.submittedAt DESC, e.id DESC',
  problems: `CASE WHEN e.wrong > 0 THEN 0 WHEN ${DOUBTFUL} THEN 1 WHEN ${drawnBelow(share)} THEN 2 ELSE 3 END, e.submittedAt, e.id`,
});

function whereOf({ units, kind, text, review, mark, olderThanDays, period }: SubmittedQuery, share: number, now: number): { where: string; values: SqlValue[] } {
  const conditions = ['e.unit IN (SELECT value FROM json_each(?))'];
  const values: SqlValue[] = [JSON.stringify(units)];
  const where = (condition: string, value?: SqlValue) => { conditions.push(condition); if (value !== undefined) values.push(value); };
  if (kind) where('e.kind = ?', kind);
  if (review) where('e.reviewStatus = ?', review);
  if (mark) where(marks(share)[mark]);
  if (olderThanDays) where('e.submittedAt <= ?', instantOf(now - olderThanDays * DAY_MS));
  if (period) where('substr(e.occurredOn, 1, 7) = ?', period);
  // Nine digits were an identity card, twelve are a citizen number: then it is this person, in whichever book they stand.
  if (isIdentityNumber(text)) where('p.nationalId = ?', text.replaceAll(/\s/g, ''));
  else for (const word of foldForSearch(text ?? '').split(/\s+/).filter(Boolean).slice(0, 10)) where(`p.folded LIKE ? ESCAPE '\\'`, `%${escapeLike(word)}%`);
  return { where: `WHERE ${conditions.join(' AND ')}`, values };
}

/** What it means that there is another one. */
const twins: Readonly<Record<string, Omit<QualityProblem, 'severity'>>> = {
  checkup: { code: 'CheckupTwiceThatDay', field: 'occurredOn' }, immunization: { code: 'DoseAlreadyGiven', field: 'doseNumber' }, episode: { code: 'AlreadyEnrolled', field: 'condition' }, followUp: { code: 'FollowUpThatDay', field: 'occurredOn' },
  pregnancy: { code: 'AlreadyPregnant' }, antenatalVisit: { code: 'VisitThatDay', field: 'occurredOn' }, birth: { code: 'AlreadyBorn' }, postnatalVisit: { code: 'VisitThatDay', field: 'occurredOn' }, caseReport: { code: 'CaseReportedAlready' },
};
const alsoFound = (row: Row): QualityProblem[] => [
  ...(row.shared === 1 ? [{ code: 'NationalIdElsewhere', severity: 'doubtful' as const }] : []), ...(row.twin === 1 && twins[row.kind] ? [{ severity: 'doubtful' as const, ...twins[row.kind]! }] : []),
];

const toRow = (row: Row): SubmittedRow => ({
  unit: row.unit, recordId: row.recordId, version: row.version, kind: row.kind as SubmittedRow['kind'], status: row.status, occurredOn: row.occurredOn, patientId: row.patientId, author: row.author,
  patientName: row.fullName ?? '', review: row.reviewStatus, problems: [...JSON.parse(row.problems) as QualityProblem[], ...alsoFound(row)], late: row.late === 1, drawn: row.drawn === 1, corrected: row.corrected === 1,
  ...(row.submittedAt === null ? {} : { submittedAt: row.submittedAt }), ...(row.bornOn === null ? {} : { bornOn: row.bornOn }), ...(row.conclusionClass === null ? {} : { conclusionClass: row.conclusionClass }), ...subjectShown(row),
});

/** A pregnancy and a birth have nothing to say in a list but their day. */
function subjectShown({ kind, subject }: Row): Pick<SubmittedRow, 'condition' | 'dose'> {
  if (subject === null) return {};
  return kind === 'episode' ? { condition: conditionOfSubject(subject) } : kind === 'immunization' ? { dose: parseDoseKey(subject) } : {};
}

const columnsOf = (share: number): string => `e.unit, e.id AS recordId, e.version, e.kind, e.status, e.occurredOn, e.submittedAt, e.patientId, p.fullName, p.bornOn, e.author, e.conclusionClass, e.reviewStatus, e.problems,
  p.shared, e.twin, IFNULL(${LATE}, 0) AS late, ${drawnBelow(share)} AS drawn, e.corrected, e.subject`;

/** Submitted records from the index: a page of them, and how many there are. */
export function listSubmitted({ book, config, now }: WorkPlace, query: SubmittedQuery): { rows: SubmittedRow[]; total: number } {
  const share = config.reviewSharePercent;
  const { where, values } = whereOf(query, share, now());
  const total = book.sql.get<{ n: number }>(`SELECT COUNT(*) AS n ${FROM} ${where}`, ...values)?.n ?? 0;
  const rows = book.sql.all<Row>(`SELECT ${columnsOf(share)} ${FROM} ${where} ORDER BY ${orders(share)[query.order ?? 'newest']} LIMIT ? OFFSET ?`, ...values, query.limit ?? DEFAULT_LIMIT, query.offset ?? 0);
  return { rows: rows.map(toRow), total };
}

/** One row of that list; `undefined` for a record that is not submitted. */
export function submittedRow({ book, config }: WorkPlace, unit: string, recordId: string): SubmittedRow | undefined {
  const row = book.sql.get<Row>(`SELECT ${columnsOf(config.reviewSharePercent)} ${FROM} WHERE e.unit = ? AND e.id = ?`, unit, recordId);
  return row && toRow(row);
}
