import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HubCaseRow, HubCases, HubCasesQuestion } from '../../src-shared/contract/hub-cases.ts';
import { deriveReportStanding } from '../../src-shared/domain/report/derive-report-standing.ts';
import type { ReviewStatus } from '../../src-shared/domain/review/derive-review-status.ts';
import type { DiseaseCount } from '../../src-shared/domain/surveillance/count-cases.ts';
import { diseaseIds, type DiseaseId } from '../../src-shared/domain/surveillance/notifiable-diseases.ts';
import type { HubBook } from '../provisioning/hub-book.ts';

type Facts = Pick<HubCaseRow, 'diseaseId' | 'classification' | 'outcome' | 'detectedAt' | 'reportedAt' | 'number' | 'late' | 'deadlineAt'>;
interface Row { unit: string; id: string; caseKey: string; period: string; version: string; replaces: string; patientId: string; withdrawn: number; facts: string }
interface Case extends Facts { unit: string; recordId: string; patientId: string; period: string; isWithdrawn: boolean; rivals: number }

const DEFAULT_LIMIT = 50;
/** Stations read at a time; others are heard between. */
const UNITS_AT_ONCE = 100;

/** Cases that stations knew of in a month, each once as it stands, newest first. [DIS22] */
export async function listCases({ book, nameOf }: { book: HubBook; nameOf(unit: string): string | undefined }, units: readonly string[], { period, diseaseId, limit = DEFAULT_LIMIT, offset = 0 }: HubCasesQuestion): Promise<HubCases> {
  const cases: Case[] = [];
  for (let at = 0; at < units.length; at += UNITS_AT_ONCE) {
    cases.push(...casesOf(book, units.slice(at, at + UNITS_AT_ONCE), period));
    await nextTurn();
  }
  const shown = cases.filter((one) => diseaseId === undefined || one.diseaseId === diseaseId)
    .sort((a, b) => compare(b.detectedAt, a.detectedAt) || compare(b.recordId, a.recordId));
  return { rows: shown.slice(offset, offset + limit).map((one) => rowOf(book, one, nameOf(one.unit))), total: shown.length, counts: countsOf(cases) };
}

function casesOf(book: HubBook, units: readonly string[], period: string): Case[] {
  // Versions of one case written apart may say another month: they are read too, and the one that counts tells.
  const rows = book.sql.all<Row>(
    `SELECT c.* FROM consoleCases c WHERE (c.unit, c.caseKey) IN (SELECT m.unit, m.caseKey FROM consoleCases m WHERE m.period = ? AND m.unit IN (SELECT value FROM json_each(?)))`, period, JSON.stringify(units));
  return [...Map.groupBy(rows, ({ unit, caseKey }) => `${unit} ${caseKey}`).values()].flatMap((versions) => {
    const standing = deriveReportStanding(versions.map((row) => ({ ...row, _id: row.id, replaces: JSON.parse(row.replaces) as string[] })));
    if (!standing || standing.current.period !== period) return [];
    const { unit, id: recordId, patientId, withdrawn, facts } = standing.current;
    const reportedAt = versions.map((one) => (JSON.parse(one.facts) as Facts).reportedAt).sort()[0] ?? '';
    return [{ ...JSON.parse(facts) as Facts, reportedAt, unit, recordId, patientId, period, isWithdrawn: withdrawn === 1, rivals: standing.rivals.length }];
  });
}

function countsOf(cases: readonly Case[]): DiseaseCount[] {
  const counts = new Map<DiseaseId, DiseaseCount>();
  for (const { diseaseId, outcome, isWithdrawn } of cases) {
    if (isWithdrawn) continue;
    const { cases: before, deaths } = counts.get(diseaseId) ?? { cases: 0, deaths: 0 };
    counts.set(diseaseId, { diseaseId, cases: before + 1, deaths: deaths + Number(outcome === 'died') });
  }
  return diseaseIds.flatMap((id) => counts.get(id) ?? []);
}

function rowOf({ sql }: HubBook, { period: _period, rivals, ...one }: Case, name: string | undefined): HubCaseRow {
  const person = sql.get<{ fullName: string; bornOn: string | null }>('SELECT fullName, bornOn FROM consolePatients WHERE unit = ? AND id = ?', one.unit, one.patientId);
  const review = sql.get<{ reviewStatus: ReviewStatus }>('SELECT reviewStatus FROM consoleEncounters WHERE unit = ? AND id = ?', one.unit, one.recordId)?.reviewStatus ?? 'submitted';
  return { ...one, ...(name === undefined ? {} : { name }), patientName: person?.fullName ?? '', ...(person?.bornOn ? { bornOn: person.bornOn } : {}), review, ...(rivals > 0 ? { rivals } : {}) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
