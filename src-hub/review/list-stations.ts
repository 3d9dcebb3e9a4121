import type { StationRow } from '../../src-shared/contract/hub-api.ts';
import { databaseName } from '../../src-shared/domain/collections.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import type { Engine } from '../engine/engine.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import type { PathEntry } from '../public/call.ts';
import { parseDatabaseName } from '../public/database-access.ts';
import { instantOf } from '../provisioning/work-place.ts';
import { compareAbove } from '../receipts/compare-above.ts';
import type { LeafIndex } from '../receipts/leaf-index.ts';
import { readReceipts } from '../receipts/read-receipt.ts';
import { completenessOfStation } from './count-completeness.ts';
import type { OrgBook } from './org-book.ts';
import { byTrouble, stationTroubles } from './station-troubles.ts';

export interface StationsView { engine: Engine; book: HubBook; index: LeafIndex; /** This hub first. */ path: PathEntry[]; sees: (unit: string) => boolean; now: () => number; org: Pick<OrgBook, 'nameOf' | 'reviewerOf'> }

const DAYS_SHOWN = 14;
const DAY_MS = 86_400_000;

type Above = StationRow['above'][number];

/** Keys of the stations with a database here. */
export function stationUnits(engine: Engine): string[] {
  return [...new Set(engine.databases().map(parseDatabaseName).filter((parsed) => parsed !== undefined && parsed.kind !== 'reference').map((parsed) => parsed?.unit ?? ''))].sort();
}

interface DatabaseFacts { documents: number; above: Map<string, Above> }

async function factsOf({ engine, index, path }: StationsView, name: string): Promise<DatabaseFacts> {
  if (!engine.has(name)) return { documents: 0, above: new Map() };
  await index.catchUp(name);
  const [ours, documents] = [index.digests(name), index.records(name)];
  return engine.use(name, async (database) => {
    const receipts = new Map((await readReceipts(database)).map((receipt) => [receipt.unit, receipt]));
    const above = path.slice(1).map((tier): [string, Above] => {
      const receipt = receipts.get(tier.unit);
      // Counted in records, as what is here: the leaves of ended branches are nobody's records.
      const missing = Math.min(documents, compareAbove(ours, receipt?.digests ?? new Map()).missing);
      return [tier.unit, { ...tier, proved: documents - missing, missing, ...(receipt ? { publishedAt: receipt.publishedAt } : {}) }];
    });
    return { documents, above: new Map(above) };
  });
}

function bothOf(a: Above | undefined, b: Above | undefined): Above[] {
  if (!a || !b) return [a ?? b].filter((one) => one !== undefined);
  const publishedAt = [a.publishedAt, b.publishedAt].filter((at) => at !== undefined).sort().at(-1);
  return [{ ...a, proved: a.proved + b.proved, missing: a.missing + b.missing, ...(publishedAt === undefined ? {} : { publishedAt }) }];
}

const count = (book: HubBook, statement: string, ...values: string[]): number => book.sql.get<{ n: number }>(statement, ...values)?.n ?? 0;

/** Records submitted on each of the last days, today last. */
function submittedByDay(book: HubBook, unit: string, now: number): number[] {
  const days = Array.from({ length: DAYS_SHOWN }, (_, back) => todayInUnitZone(now - (DAYS_SHOWN - 1 - back) * DAY_MS));
  const rows = book.sql.all<{ day: string; n: number }>(`SELECT date(submittedAt, '+7 hours') AS day, COUNT(*) AS n FROM consoleEncounters WHERE unit = ? AND submittedAt >= ? GROUP BY day`, unit, instantOf(now - (DAYS_SHOWN + 1) * DAY_MS));
  const counts = new Map(rows.map(({ day, n }) => [day, n]));
  return days.map((day) => counts.get(day) ?? 0);
}

async function rowOf(view: StationsView, unit: string): Promise<StationRow> {
  const { book, path, org, now } = view;
  const [health, resources] = [databaseName('health', unit), databaseName('resources', unit)];
  const [inHealth, inResources] = [await factsOf(view, health), await factsOf(view, resources)];
  const devices = book.sql.all<{ device: string; lastContactAt: string | null; appVersion: string | null; waiting: number | null; unitName: string | null }>(
    `SELECT c.device, c.lastContactAt, a.appVersion, a.waiting, a.unitName FROM credentials c LEFT JOIN stationWords a ON a.user = c.user WHERE c.kind = 'device' AND c.unit = ? AND c.revokedAt IS NULL ORDER BY c.device`, unit);
  const received = book.sql.get<{ at: string }>('SELECT at FROM consoleUnits WHERE unit = ?', unit)?.at;
  const lastContactAt = [...devices.map((one) => one.lastContactAt), received].filter((at) => typeof at === 'string').sort().at(-1);
  const reviews = new Map(book.sql.all<{ status: string; n: number }>('SELECT reviewStatus AS status, COUNT(*) AS n FROM consoleEncounters WHERE unit = ? GROUP BY reviewStatus', unit).map(({ status, n }) => [status, n]));
  // The organisation's own word before what a PC of the station says.
  const name = org.nameOf(unit) ?? devices.find(({ unitName }) => unitName !== null)?.unitName ?? undefined;
  const row: Omit<StationRow, 'troubles'> = {
    unit, ...(name === undefined ? {} : { name }), ...(lastContactAt === undefined ? {} : { lastContactAt, silentDays: Math.max(0, Math.floor((now() - Date.parse(lastContactAt)) / DAY_MS)) }),
    devices: devices.map(({ device, lastContactAt: at, appVersion, waiting }) => ({ device, ...(at === null ? {} : { lastContactAt: at }), ...(appVersion === null ? {} : { appVersion }), ...(waiting === null ? {} : { waiting }) })),
    backlog: devices.reduce((sum, { waiting }) => sum + (waiting ?? 0), 0),
    documents: { health: inHealth.documents, resources: inResources.documents },
    submitted: [...reviews.values()].reduce((sum, n) => sum + n, 0), waiting: reviews.get('submitted') ?? 0, returned: reviews.get('returned') ?? 0,
    conflicts: count(book, 'SELECT COUNT(*) AS n FROM consoleConflicts WHERE database IN (?, ?)', health, resources),
    denied: count(book, 'SELECT COUNT(*) AS n FROM refusals WHERE database IN (?, ?)', health, resources) + count(book, 'SELECT COUNT(*) AS n FROM refusedAbove WHERE database IN (?, ?)', health, resources),
    above: path.slice(1).flatMap(({ unit: above }) => bothOf(inHealth.above.get(above), inResources.above.get(above))),
    days: submittedByDay(book, unit, now()), reviewedBy: org.reviewerOf(unit), completeness: completenessOfStation(book.sql, unit),
  };
  return { ...row, troubles: stationTroubles(row) };
}

/** Every station the reader may see, the one in most trouble first: when it was last heard of, what it sent, what the tiers above have proved of it. */
export async function listStations(view: StationsView): Promise<StationRow[]> {
  const rows: StationRow[] = [];
  for (const unit of stationUnits(view.engine).filter(view.sees)) rows.push(await rowOf(view, unit));
  return rows.sort(byTrouble);
}
