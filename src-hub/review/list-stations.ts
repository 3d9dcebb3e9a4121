import type { StationRow } from '../../src-shared/contract/hub-api.ts';
import { databaseName } from '../../src-shared/domain/collections.ts';
import type { Engine } from '../engine/engine.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import type { PathEntry } from '../public/call.ts';
import { parseDatabaseName } from '../public/database-access.ts';
import { compareAbove } from '../receipts/compare-above.ts';
import type { LeafIndex } from '../receipts/leaf-index.ts';
import { readReceipts } from '../receipts/read-receipt.ts';

export interface StationsView { engine: Engine; book: HubBook; index: LeafIndex; /** This hub first. */ path: PathEntry[]; sees: (unit: string) => boolean }

type Above = StationRow['above'][number];

/** Keys of the stations with a database here. */
export function stationUnits(engine: Engine): string[] {
  return [...new Set(engine.databases().map(parseDatabaseName).filter((parsed) => parsed !== undefined && parsed.kind !== 'reference').map((parsed) => parsed?.unit ?? ''))].sort();
}

interface DatabaseFacts { documents: number; above: Map<string, Above> }

async function factsOf({ engine, index, path }: StationsView, name: string): Promise<DatabaseFacts> {
  if (!engine.has(name)) return { documents: 0, above: new Map() };
  await index.catchUp(name);
  const ours = index.digests(name);
  return engine.use(name, async (database) => {
    const receipts = new Map((await readReceipts(database)).map((receipt) => [receipt.unit, receipt]));
    const above = path.slice(1).map((tier): [string, Above] => {
      const receipt = receipts.get(tier.unit);
      const { proved, missing } = compareAbove(ours, receipt?.digests ?? new Map());
      return [tier.unit, { ...tier, proved, missing, ...(receipt ? { publishedAt: receipt.publishedAt } : {}) }];
    });
    return { documents: (await database.info()).documents - receipts.size, above: new Map(above) };
  });
}

function bothOf(a: Above | undefined, b: Above | undefined): Above[] {
  if (!a || !b) return [a ?? b].filter((one) => one !== undefined);
  const publishedAt = [a.publishedAt, b.publishedAt].filter((at) => at !== undefined).sort().at(-1);
  return [{ ...a, proved: a.proved + b.proved, missing: a.missing + b.missing, ...(publishedAt === undefined ? {} : { publishedAt }) }];
}

const count = (book: HubBook, statement: string, ...values: string[]): number => book.sql.get<{ n: number }>(statement, ...values)?.n ?? 0;

async function rowOf(view: StationsView, unit: string): Promise<StationRow> {
  const { book, path } = view;
  const [health, resources] = [databaseName('health', unit), databaseName('resources', unit)];
  const [inHealth, inResources] = [await factsOf(view, health), await factsOf(view, resources)];
  const devices = book.sql.all<{ device: string; lastContactAt: string | null }>(`SELECT device, lastContactAt FROM credentials WHERE kind = 'device' AND unit = ? AND revokedAt IS NULL ORDER BY device`, unit);
  const received = book.sql.get<{ at: string }>('SELECT at FROM consoleUnits WHERE unit = ?', unit)?.at;
  const lastContactAt = [...devices.map((one) => one.lastContactAt), received].filter((at) => typeof at === 'string').sort().at(-1);
  return {
    unit, ...(lastContactAt === undefined ? {} : { lastContactAt }),
    devices: devices.map(({ device, lastContactAt: at }) => ({ device, ...(at === null ? {} : { lastContactAt: at }) })),
    documents: { health: inHealth.documents, resources: inResources.documents },
    submitted: count(book, 'SELECT COUNT(*) AS n FROM consoleEncounters WHERE unit = ?', unit),
    conflicts: count(book, 'SELECT COUNT(*) AS n FROM consoleConflicts WHERE database IN (?, ?)', health, resources),
    denied: count(book, 'SELECT COUNT(*) AS n FROM refusals WHERE database IN (?, ?)', health, resources) + count(book, 'SELECT COUNT(*) AS n FROM refusedAbove WHERE database IN (?, ?)', health, resources),
    above: path.slice(1).flatMap(({ unit: above }) => bothOf(inHealth.above.get(above), inResources.above.get(above))),
  };
}

/** Every station the reader may see: when it was last heard of, what it sent, what the tiers above have proved of it. */
export async function listStations(view: StationsView): Promise<StationRow[]> {
  const rows: StationRow[] = [];
  for (const unit of stationUnits(view.engine).filter(view.sees)) rows.push(await rowOf(view, unit));
  return rows;
}
