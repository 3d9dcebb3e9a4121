import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReportStationRow, ReportSums, StationReport, StationReportVersion } from '../../src-shared/contract/hub-reports.ts';
import { addMonths } from '../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { deriveReportStanding, type ReportStanding } from '../../src-shared/domain/report/derive-report-standing.ts';
import { reportDueOn } from '../../src-shared/domain/report/report-due.ts';
import type { ReportNumber } from '../../src-shared/domain/report/report-lines.ts';
import type { RelockReason } from '../../src-shared/domain/report/report.schema.ts';
import { sumReports } from '../../src-shared/domain/report/sum-reports.ts';
import { currentReview } from '../../src-shared/domain/review/derive-review-status.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import type { OrgBook } from './org-book.ts';
import { reviewsOfRecord } from './reviews-of-record.ts';

export interface ReportsView { book: HubBook; org: Pick<OrgBook, 'nameOf' | 'areaOf' | 'reviewerOf'>; /** Unit of the reader. */ root: string; now: () => number }

interface Row { unit: string; id: string; period: string; number: number; version: string; lockedAt: string; lockedBy: string; late: number; completeness: number; records: number; reason: RelockReason | null; replaces: string }
type Version = Omit<Row, 'id' | 'replaces'> & { _id: string; replaces: string[] };
const columns = 'unit, id, period, number, version, lockedAt, lockedBy, late, completeness, records, reason, replaces';
const versionOf = ({ id, replaces, ...row }: Row): Version => ({ ...row, _id: id, replaces: JSON.parse(replaces) as string[] });

/** What counts of a month, of each station that sent one. */
function standingsOf(book: HubBook, period: string): Map<string, ReportStanding<Version>> {
  const rows = book.sql.all<Row>(`SELECT ${columns} FROM consoleReports WHERE period = ?`, period).map(versionOf);
  return new Map([...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, versions]) => [unit, deriveReportStanding(versions)!]));
}

const decisionOf = (book: HubBook, { unit, _id, version }: Version) => currentReview({ _id, version }, reviewsOfRecord(book.sql, unit, _id))?.decision;

/** What stations call themselves. */
const namesSaid = (book: HubBook): Map<string, string> => new Map(book.sql.all<{ unit: string; name: string }>(`SELECT c.unit, MAX(a.unitName) AS name FROM credentials c JOIN stationWords a ON a.user = c.user WHERE c.kind = 'device' AND c.revokedAt IS NULL AND a.unitName IS NOT NULL GROUP BY c.unit`).map(({ unit, name }) => [unit, name]));

/** How a month stands at each of these stations: those that are missing first, then what waits to be read. [REP16] */
export function listReports({ book, org, root, now }: ReportsView, units: readonly string[], period: string): ReportStationRow[] {
  const standings = standingsOf(book, period);
  const isOver = todayInUnitZone(now()) > reportDueOn(period);
  const said = namesSaid(book);
  return units.map((unit): ReportStationRow => {
    const standing = standings.get(unit);
    const [name, area] = [org.nameOf(unit) ?? said.get(unit), org.areaOf(unit, root)];
    const areaName = area === undefined ? undefined : org.nameOf(area);
    const facts = { unit, ...(name === undefined ? {} : { name }), ...(area === undefined ? {} : { area }), ...(areaName === undefined ? {} : { areaName }), reviewedBy: org.reviewerOf(unit) };
    if (!standing) return { ...facts, state: isOver ? 'missing' : 'notYet' };
    const { current, rivals } = standing;
    const decision = decisionOf(book, current);
    return {
      ...facts, state: decision === 'returned' || decision === 'accepted' ? decision : 'sent', reportId: current._id, number: current.number, lockedAt: current.lockedAt, lockedBy: current.lockedBy,
      late: current.late === 1, completeness: current.completeness, ...(rivals.length > 0 ? { rivals: rivals.length } : {}),
    };
  }).sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.unit < b.unit ? -1 : 1));
}
const order: readonly ReportStationRow['state'][] = ['missing', 'sent', 'returned', 'notYet', 'accepted'];

/** So many reports take a few milliseconds to read. */
const AT_ONCE = 50;

/** Sums of the versions that count, and of how many stations they are. [REP16] */
export async function sumReportsOf({ book }: Pick<ReportsView, 'book'>, units: readonly string[], period: string): Promise<ReportSums> {
  const standings = standingsOf(book, period);
  const counted = units.flatMap((unit) => standings.get(unit)?.current ?? []);
  const all: ReportNumber[][] = [];
  for (let at = 0; at < counted.length; at += AT_ONCE) {
    for (const { unit, _id } of counted.slice(at, at + AT_ONCE)) all.push(linesOf(book, unit, _id));
    await nextTurn();
  }
  return { period, stations: units.length, reported: counted.length, sums: sumReports(all) };
}

const linesOf = (book: HubBook, unit: string, id: string): ReportNumber[] => JSON.parse(book.sql.get<{ lines: string }>('SELECT lines FROM consoleReports WHERE unit = ? AND id = ?', unit, id)?.lines ?? '[]') as ReportNumber[];

/** One station's month: every version, what was said of each, and the numbers of the month before. */
export function openReport({ book, org }: Pick<ReportsView, 'book' | 'org'>, unit: string, period: string): StationReport | null {
  const standing = standingsOf(book, period).get(unit);
  if (!standing) return null;
  const before = standingsOf(book, addMonths(`${period}-01`, -1).slice(0, 7)).get(unit)?.current;
  const version = (one: Version, its: StationReportVersion['standing']): StationReportVersion => {
    const { _id, version: stamp, number, lockedAt, lockedBy, late, completeness, records, reason } = one;
    const review = currentReview({ _id, version: stamp }, reviewsOfRecord(book.sql, unit, _id));
    return { reportId: _id, version: stamp, number, lockedAt, lockedBy, late: late === 1, completeness, records, standing: its, lines: linesOf(book, unit, _id), ...(reason === null ? {} : { reason }), ...(review ? { review } : {}) };
  };
  const name = org.nameOf(unit) ?? namesSaid(book).get(unit);
  return {
    unit, period, ...(name === undefined ? {} : { name }), reviewedBy: org.reviewerOf(unit),
    versions: [version(standing.current, 'current'), ...standing.rivals.map((one) => version(one, 'rival')), ...standing.others.map((one) => version(one, 'replaced'))],
    ...(before ? { before: { period: before.period, lines: linesOf(book, unit, before._id) } } : {}),
  };
}
