import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import type { Engine } from '../engine/engine.ts';
import { unitsAbove } from '../organisation/org-table.ts';
import { checkWholeAccessLog } from '../provisioning/check-access-log.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import { parentAccess } from '../provisioning/set-parent.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import { ParentProblem, createParentClient, refusesCredential } from './parent-client.ts';
import type { AskParent } from './parent-client.ts';
import { goesUp } from './push-database.ts';

export interface DifferingRevision { id: string; rev: string }
export interface DatabaseDifference {
  database: string;
  /** Leaf revisions here that should be above. */
  compared: number;
  missingAbove: DifferingRevision[]; missingHere: DifferingRevision[];
  /** More than are listed. */
  missingAboveCount: number; missingHereCount: number;
  /** The parent has no such database, or does not let us read it. */
  closedAbove: boolean;
  /** By the organisation data the station enters through another hub today: the parent lets us bring what we hold, and read nothing. */
  movedAway?: true;
}
export interface HubVerification { ok: boolean; parent: string | null; databases: DatabaseDifference[]; problems: string[] }

const PAGE = 500;
const MAX_LISTED = 100;

interface Feed { results?: { id: string; changes: { rev: string }[] }[]; last_seq?: string | number }

const flat = (missing: Record<string, { missing?: string[] }>): DifferingRevision[] => Object.entries(missing).flatMap(([id, { missing: revs = [] }]) => revs.map((rev) => ({ id, rev })));
const isStationDatabase = (name: string) => name !== 'reference';

async function missingAbove(engine: Engine, name: string, ask: AskParent, found: DatabaseDifference, signal: AbortSignal): Promise<void> {
  for (let since = '', finished = false; !finished;) {
    const page = await engine.use(name, (database) => database.changes({ since, limit: PAGE, style: 'all' }));
    const leaves = Object.fromEntries(page.rows.filter((row) => goesUp(row.id)).map((row) => [row.id, row.leaves]));
    found.compared += Object.values(leaves).reduce((sum, revs) => sum + revs.length, 0);
    const { body } = await ask('POST', `/${name}/_revs_diff`, { body: leaves, signal });
    const missing = flat((body ?? {}) as Record<string, { missing?: string[] }>);
    found.missingAboveCount += missing.length;
    found.missingAbove.push(...missing.slice(0, MAX_LISTED - found.missingAbove.length));
    ({ sequence: since, finished } = page);
  }
}

async function missingHere(engine: Engine, name: string, ask: AskParent, found: DatabaseDifference, signal: AbortSignal): Promise<void> {
  for (let since = '0', more = true; more;) {
    const { body } = await ask('GET', `/${name}/_changes?style=all_docs&limit=${PAGE}&since=${encodeURIComponent(since)}`, { signal });
    const { results = [], last_seq: last } = (body ?? {}) as Feed;
    // Receipts are written anew all the time; the next one is on its way down.
    const asked = Object.fromEntries(results.filter((row) => goesUp(row.id)).map((row) => [row.id, row.changes.map((change) => change.rev)]));
    const missing = flat(await engine.use(name, (database) => database.missingRevisions(asked)));
    found.missingHereCount += missing.length;
    found.missingHere.push(...missing.slice(0, MAX_LISTED - found.missingHere.length));
    since = String(last ?? since);
    more = results.length === PAGE;
  }
}

/** The organisation data knows the database's unit, and not below this hub. */
function hasMovedAway({ book, config, now }: WorkPlace, database: string): boolean {
  const above = unitsAbove(book, database.slice(database.indexOf('-') + 1), todayInUnitZone(now()));
  return above.size > 0 && !above.has(config.unit);
}

/** Compares every database with the parent's and lists what differs; checks the hub's own file and its whole access log. Changes nothing else than when that was done. */
export async function verifyHub(place: WorkPlace): Promise<HubVerification> {
  const { engine, book } = place;
  const problems = book.check();
  const { brokenAt } = await checkWholeAccessLog(book, place.now);
  if (brokenAt !== undefined) problems.push(`the access log is broken from line ${brokenAt} on: a line was changed or is gone`);
  const parent = parentAccess(place);
  const databases: DatabaseDifference[] = [];
  const signal = new AbortController().signal;
  const ask = parent && createParentClient(parent);
  for (const database of engine.databases()) {
    const found: DatabaseDifference = { database, compared: 0, missingAbove: [], missingHere: [], missingAboveCount: 0, missingHereCount: 0, closedAbove: false };
    databases.push(found);
    if (!ask) { found.compared = await engine.use(database, async (db) => (await db.info()).documents); continue; }
    try {
      if (isStationDatabase(database)) await missingAbove(engine, database, ask, found, signal);
      await missingHere(engine, database, ask, found, signal);
    } catch (error) {
      if (!(error instanceof ParentProblem)) throw error;
      if (error.kind === 'away') throw new HubProblem('ParentAway', `the parent ${parent.url} ${error.message}`);
      if (refusesCredential(error)) throw new HubProblem('ParentRefuses', `the parent ${parent.url} does not take this hub's credential`);
      if (hasMovedAway(place, database)) found.movedAway = true;
      else found.closedAbove = true;
    }
  }
  const ok = problems.length === 0 && databases.every((one) => one.missingAboveCount === 0 && one.missingHereCount === 0 && !one.closedAbove);
  return { ok, parent: parent?.url ?? null, databases, problems };
}
