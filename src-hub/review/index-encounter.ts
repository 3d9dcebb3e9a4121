import { partialDate } from '../../src-shared/domain/common/fields.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { deriveReviewStatus } from '../../src-shared/domain/review/derive-review-status.ts';
import { collectionOfId } from '../../src-shared/domain/collections.ts';
import { findCaseProblems } from '../../src-shared/domain/review/find-case-problems.ts';
import { findEpisodeProblems, findFollowUpProblems } from '../../src-shared/domain/review/find-chronic-problems.ts';
import { findImmunizationProblems } from '../../src-shared/domain/review/find-immunization-problems.ts';
import { findAntenatalVisitProblems, findBirthProblems, findPostnatalVisitProblems, findPregnancyProblems } from '../../src-shared/domain/review/find-maternal-problems.ts';
import { findQualityProblems } from '../../src-shared/domain/review/find-quality-problems.ts';
import { reviewDraw } from '../../src-shared/domain/review/review-draw.ts';
import type { Sql } from '../../store/index.ts';
import { completenessText, countCompleteness, NO_GROUPS } from './count-completeness.ts';
import { reviewsOfRecord } from './reviews-of-record.ts';
import { isReplaced, strikeReplaced } from './replaced-reports.ts';
import { subjectOf } from './subject-of.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const nameOfAuthor = (author: unknown): string => textOf((author as { displayName?: unknown } | undefined)?.displayName);

interface Before { patientId: string; occurredOn: string; kind: string; version: string; receivedAt: string; completeness: string; subject: string | null }

/** When this version came in first; the same again when it is read anew. */
function arrivalOf(sql: Sql, unit: string, id: string, version: string, { before, now }: { before: Before | undefined; now: string }): string {
  if (before?.version === version) return before.receivedAt;
  const kept = sql.get<{ version: string; at: string }>('SELECT version, at FROM consoleArrivals WHERE unit = ? AND id = ?', unit, id);
  if (kept) sql.run('DELETE FROM consoleArrivals WHERE unit = ? AND id = ?', unit, id);
  return kept?.version === version ? kept.at : now;
}

/** Two checkups or visits of one form of one person on one day, one dose, condition, pregnancy or birth in two records: one of them is probably there twice. */
function markTwins(sql: Sql, unit: string, { patientId, kind, occurredOn, subject }: Pick<Before, 'patientId' | 'kind' | 'occurredOn' | 'subject'>): void {
  if (!oncePerDay.has(kind) && subject === null) return;
  const group = `unit = ? AND patientId = ? AND kind = ? AND ${subject === null ? 'occurredOn' : 'subject'} = ? AND status <> 'voided'`;
  const values = [unit, patientId, kind, subject ?? occurredOn];
  const found = sql.get<{ n: number; marked: number | null }>(`SELECT COUNT(*) AS n, SUM(twin) AS marked FROM consoleEncounters WHERE ${group}`, ...values);
  const isTwin = (found?.n ?? 0) > 1;
  // Mostly there is one, unmarked.
  if (found && (found.marked ?? 0) !== (isTwin ? found.n : 0)) sql.run(`UPDATE consoleEncounters SET twin = ? WHERE ${group}`, isTwin ? 1 : 0, ...values);
}

interface Judgement { problems: string; wrong: number; doubtful: number; completeness: string }

/** A record judged by its own content and its patient's birth date. */
function judgementOf(sql: Sql, unit: string, patientId: string, content: DocumentBody): Judgement {
  const patient = sql.get<{ bornOn: string | null }>('SELECT bornOn FROM consolePatients WHERE unit = ? AND id = ?', unit, patientId);
  // A day that is none says nothing, and must not stop the others from being judged.
  const born = patient ? { bornOn: partialDate.safeParse(patient.bornOn).data ?? '' } : undefined;
  const collection = collectionOfId(content._id)?.name ?? '';
  const problems = (problemsOf[collection] ?? findQualityProblems)(content, born);
  const count = (severity: string) => problems.filter((one) => one.severity === severity).length;
  return { problems: JSON.stringify(problems), wrong: count('wrong'), doubtful: count('doubtful'), completeness: collection in problemsOf ? NO_GROUPS : completenessText(content, born) };
}

/** Records that are submitted as they are written, each by its own rules. */
const problemsOf: Readonly<Record<string, typeof findQualityProblems>> = {
  immunizations: findImmunizationProblems, episodes: findEpisodeProblems, followUps: findFollowUpProblems,
  pregnancies: findPregnancyProblems, antenatalVisits: findAntenatalVisitProblems, births: findBirthProblems, postnatalVisits: findPostnatalVisitProblems, caseReports: findCaseProblems,
};
const kinds: Readonly<Record<string, string>> = { immunizations: 'immunization', episodes: 'episode', followUps: 'followUp', pregnancies: 'pregnancy', antenatalVisits: 'antenatalVisit', births: 'birth', postnatalVisits: 'postnatalVisit', caseReports: 'caseReport' };
const oncePerDay: ReadonlySet<string> = new Set(['checkup', 'followUp', 'antenatalVisit', 'postnatalVisit']);

/** Form and state of a record as its row has them. */
function kindOf(id: string, body: DocumentBody): { kind: string; status: string } {
  const kind = kinds[collectionOfId(id)?.name ?? ''];
  return kind === undefined ? { kind: textOf(body['kind']), status: textOf(body['status']) } : { kind, status: body['voided'] === undefined ? 'submitted' : 'voided' };
}

/** The day the station knew of a case. */
function detectedOn({ detectedAt }: DocumentBody): string | undefined {
  const ms = typeof detectedAt === 'string' ? Date.parse(detectedAt) : NaN;
  return Number.isNaN(ms) ? undefined : todayInUnitZone(ms);
}

/** What a record says, without its earlier versions. */
const contentOf = (body: DocumentBody): DocumentBody => ({ ...body, amendments: [] });

/** Judges a record again whose patient changed. A version that is not the row's is still on its way, and is judged when it comes. */
export function judgeEncounter(sql: Sql, unit: string, id: string, body: DocumentBody | undefined): void {
  const row = sql.get<{ version: string; patientId: string; completeness: string }>('SELECT version, patientId, completeness FROM consoleEncounters WHERE unit = ? AND id = ?', unit, id);
  if (!row || !body || textOf(body['version']) !== row.version) return;
  const { problems, wrong, doubtful, completeness } = judgementOf(sql, unit, row.patientId, contentOf(body));
  sql.run('UPDATE consoleEncounters SET problems = ?, wrong = ?, doubtful = ?, completeness = ? WHERE unit = ? AND id = ?', problems, wrong, doubtful, completeness, unit, id);
  countCompleteness(sql, unit, row.completeness, completeness);
}

const statusOf = (sql: Sql, unit: string, recordId: string, version: string) => deriveReviewStatus({ _id: recordId, version }, reviewsOfRecord(sql, unit, recordId));

/** What the reviews say of the record as it is now. */
export function judgeReviews(sql: Sql, unit: string, recordId: string): void {
  const row = sql.get<{ version: string }>('SELECT version FROM consoleEncounters WHERE unit = ? AND id = ?', unit, recordId);
  if (row) sql.run('UPDATE consoleEncounters SET reviewStatus = ? WHERE unit = ? AND id = ?', statusOf(sql, unit, recordId, row.version), unit, recordId);
}

/** Keeps the row of a submitted record; drafts are the station's own business until they are submitted. All but encounters are submitted as they are written. */
export function indexEncounter(sql: Sql, unit: string, id: string, body: DocumentBody | undefined, { now, seed }: { now: string; seed: string }): void {
  const before = sql.get<Before>('SELECT patientId, occurredOn, kind, version, receivedAt, completeness, subject FROM consoleEncounters WHERE unit = ? AND id = ?', unit, id);
  let completenessNow = NO_GROUPS;
  if (!body || body['status'] === 'draft') sql.run('DELETE FROM consoleEncounters WHERE unit = ? AND id = ?', unit, id);
  else {
    const [version, patientId, occurredOn] = [textOf(body['version']), textOf(body['patientId']), textOf(body['occurredOn'] ?? body['enrolledOn'] ?? body['registeredOn'] ?? body['bornOn'] ?? detectedOn(body))];
    const { amendments, change } = body;
    const corrected = change === 'returned' || Array.isArray(amendments) && amendments.some((one: unknown) => typeof (one as { answers?: unknown } | null)?.answers === 'string');
    const { problems, wrong, doubtful, completeness } = judgementOf(sql, unit, patientId, contentOf(body));
    const { kind, status: said } = kindOf(id, body);
    const status = kind === 'caseReport' && isReplaced(sql, unit, patientId, id) ? 'voided' : said;
    const subject = subjectOf(id, body);
    completenessNow = completeness;
    sql.run(
      `INSERT OR REPLACE INTO consoleEncounters (unit, id, kind, status, occurredOn, submittedAt, patientId, author, conclusionClass, version, createdAt, receivedAt, draw, reviewStatus, corrected, problems, wrong, doubtful, completeness, subject)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      unit, id, kind, status, occurredOn, textOrNull(body[collectionOfId(id)?.name === 'encounters' ? 'submittedAt' : 'createdAt']), patientId, nameOfAuthor(body['author']),
      textOrNull(body['conclusionClass']), version, textOf(body['createdAt']), arrivalOf(sql, unit, id, version, { before, now }), reviewDraw(seed, id),
      statusOf(sql, unit, id, version), corrected ? 1 : 0, problems, wrong, doubtful, completeness, subject,
    );
    if (kind === 'caseReport') strikeReplaced(sql, unit, subject);
    markTwins(sql, unit, { patientId, kind, occurredOn, subject });
  }
  countCompleteness(sql, unit, before?.completeness ?? NO_GROUPS, completenessNow);
  if (before) markTwins(sql, unit, before);
}
