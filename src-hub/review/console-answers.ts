import type { AccessRow, LockRow, RequestRow, ResourceRow, StationRow, SubmittedFilter, SubmittedRow } from '../../src-shared/contract/hub-api.ts';
import type { ReportStationRow, ReportSums, StationReport } from '../../src-shared/contract/hub-reports.ts';
import type { HubCases, HubCasesQuestion } from '../../src-shared/contract/hub-cases.ts';
import { databaseName } from '../../src-shared/domain/collections.ts';
import type { CatalogueDesk } from '../catalogues/catalogue-desk.ts';
import type { Engine } from '../engine/engine.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import type { Services } from '../provisioning/start-services.ts';
import type { Throttle } from '../public/throttle.ts';
import type { Claims } from './claims.ts';
import type { ConsoleSessions } from './console-sessions.ts';
import { listCases } from './list-cases.ts';
import { unitNamer } from './list-handovers.ts';
import { listResources } from './list-resources.ts';
import { listReports, openReport, sumReportsOf } from './list-reports.ts';
import { listStations, stationUnits } from './list-stations.ts';
import { listSubmitted, type SubmittedQuery } from './list-submitted.ts';
import type { ReviewDesk } from './review-desk.ts';
import { listOpenRequests } from './speak-to-station.ts';

export interface ConsoleParts {
  place: WorkPlace; services: Services; sessions: ConsoleSessions; throttle: Throttle; claims: Claims; desk: ReviewDesk; catalogues: CatalogueDesk;
  /** The hub listens on its own machine alone. */ isPrivate: boolean;
  /** Writes a fault down and says its number. */ fault: (error: unknown, path: string) => string;
}
type Sees = (unit: string) => boolean;

/** Reads a database into the index where something came in since; those who ask together wait for the same reading. */
function createFreshness(engine: Engine, catchUp: (database: string) => Promise<void>): { of(database: string): Promise<void>; stop(): void } {
  const read = new Map<string, Promise<void>>();
  const stop = engine.onUpdate(({ database }) => { read.delete(database); });
  return {
    stop,
    of(database) {
      const known = read.get(database);
      if (known) return known;
      const reading = catchUp(database).catch((error: unknown) => { read.delete(database); throw error; });
      read.set(database, reading);
      return reading;
    },
  };
}

/** What the console's lists answer, from the index alone; first the index reads what came in since. */
export function createConsoleAnswers({ place, services, desk }: ConsoleParts) {
  const { engine, book } = place;
  const fresh = createFreshness(engine, services.index.catchUp);
  /** Units the reader sees, up to date. */
  async function unitsOf(sees: Sees, unit?: string): Promise<string[]> {
    await desk.org.refresh();
    const units = stationUnits(engine).filter((one) => sees(one) && (unit === undefined || unit === one));
    for (const one of units) await fresh.of(`health-${one}`);
    return units;
  }
  /** The same, with what they locked and what was said of it. */
  async function unitsWithReports(sees: Sees, unit?: string): Promise<string[]> {
    const units = await unitsOf(sees, unit);
    for (const one of units) await fresh.of(databaseName('resources', one));
    return units;
  }
  const query = async (sees: Sees, { unit, ...rest }: SubmittedFilter): Promise<SubmittedQuery> => ({ ...rest, units: await unitsOf(sees, unit) });

  return {
    query,
    knows: async (sees: Sees, unit: string): Promise<boolean> => (await unitsOf(sees, unit)).length > 0,
    submitted: async (sees: Sees, filter: SubmittedFilter & Pick<SubmittedQuery, 'order' | 'limit' | 'offset'>): Promise<{ rows: SubmittedRow[]; total: number }> => listSubmitted(place, await query(sees, filter)),
    async stations(sees: Sees): Promise<StationRow[]> {
      await unitsOf(sees);
      return listStations({ engine, book, index: services.index, path: desk.org.named(services.path()), sees, now: place.now, org: desk.org });
    },
    /** Of what lies below `root`. */
    async resources(sees: Sees, root: string): Promise<ResourceRow[]> {
      await desk.org.refresh();
      const units = stationUnits(engine).filter(sees);
      for (const unit of units) await fresh.of(databaseName('resources', unit));
      return listResources({ book, org: desk.org, root, now: place.now }, units);
    },
    async reports(sees: Sees, root: string, period: string): Promise<ReportStationRow[]> {
      return listReports({ book, org: desk.org, root, now: place.now }, await unitsWithReports(sees), period);
    },
    reportSums: async (sees: Sees, period: string): Promise<ReportSums> => sumReportsOf({ book }, await unitsWithReports(sees), period),
    cases: async (sees: Sees, question: HubCasesQuestion): Promise<HubCases> => listCases({ book, nameOf: unitNamer(place, desk.org) }, await unitsOf(sees), question),
    report: async (sees: Sees, unit: string, period: string): Promise<StationReport | null> => ((await unitsWithReports(sees, unit)).length > 0 ? openReport({ book, org: desk.org }, unit, period) : null),
    async requests(sees: Sees, unit?: string): Promise<RequestRow[]> {
      return (await unitsOf(sees, unit)).flatMap((one) => listOpenRequests(book, one)).map(({ _id, unit: of, asked, comment = '', reviewedAt, reviewedBy }) => ({
        id: _id, unit: of, kind: asked?.kind ?? 'checkup', comment, askedAt: reviewedAt, askedBy: reviewedBy.displayName, ...(asked?.occurredOn === undefined ? {} : { occurredOn: asked.occurredOn }),
      }));
    },
    locks: async (sees: Sees, unit?: string): Promise<LockRow[]> =>
      book.sql.all<LockRow>('SELECT unit, period, lockedAt, lockedBy FROM consoleLocks WHERE unit IN (SELECT value FROM json_each(?)) ORDER BY period DESC, unit', JSON.stringify(await unitsOf(sees, unit))),
    withName: (row: AccessRow): AccessRow => {
      const patientName = book.sql.get<{ fullName: string }>('SELECT fullName FROM consolePatients WHERE unit = ? AND id = ?', row.unit, row.patientId)?.fullName;
      return { ...row, ...(patientName === undefined ? {} : { patientName }) };
    },
    stop: fresh.stop,
  };
}
