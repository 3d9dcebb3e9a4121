import { verifyStation } from '../../../src-main/station/verify/verify-station.ts';
import { collectionOfId, databaseName } from '../../../src-shared/domain/collections.ts';
import { canonicalJson } from '../../../sync/replication/canonical-json.ts';
import { contentOf } from '../../../sync/replication/mint-revision.ts';
import type { NewerProgram } from '../play/newer-program.ts';
import type { SimWorld } from '../world/sim-world.ts';
import { holdingsOfHub, holdingsOfStation, onlyFlowsDown } from './holdings.ts';
import type { Holdings } from './holdings.ts';
import { wordsIn } from './promises.ts';
import type { Promises } from './promises.ts';

const some = (list: readonly string[]) => `${list.slice(0, 5).join(', ')}${list.length > 5 ? ` and ${list.length - 5} more` : ''}`;

/** Where two holders differ, in words; empty when they hold the same. */
function differences(name: string, a: Holdings, other: string, b: Holdings, byLeaves: boolean): string[] {
  const found: string[] = [];
  for (const id of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(id), b.get(id)];
    if (x && y && x.rev === y.rev && x.deleted === y.deleted && (!byLeaves || JSON.stringify(x.leaves) === JSON.stringify(y.leaves))) continue;
    // A record deleted before anybody here saw it need not be known here.
    if ((!x && y?.deleted) || (!y && x?.deleted)) continue;
    found.push(`${id}: ${name} has ${x?.rev.slice(0, 10) ?? 'nothing'}${byLeaves ? ` of ${x?.leaves?.length ?? 0}` : ''}, ${other} has ${y?.rev.slice(0, 10) ?? 'nothing'}${byLeaves ? ` of ${y?.leaves?.length ?? 0}` : ''}`);
  }
  return found;
}

/** Sum of the movements of each lot. */
function ledgerOf(held: Holdings): string {
  const sums = new Map<string, number>();
  for (const { body, deleted } of held.values()) {
    if (!deleted && body._id.startsWith('stockMovements:')) sums.set(String(body['lotId']), (sums.get(String(body['lotId'])) ?? 0) + Number(body['quantityBaseUnits']));
  }
  return JSON.stringify([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What does not hold although everything is well again; empty when all of it does. */
export async function findBroken(world: SimWorld, promises: Promises, untouched: NewerProgram['written']): Promise<string[]> {
  const broken: string[] = [];
  const everywhere = new Set<string>();
  for (const unit of world.units) {
    const stations = world.stations.filter((station) => station.unit === unit);
    const path = world.pathOf(unit);
    const [first, ...others] = await Promise.all(path.map(async (hub) => ({ name: hub.unit, held: await holdingsOfHub(hub, unit) ?? new Map() })));
    if (!first) continue;
    for (const other of others) broken.push(...differences(first.name, first.held, other.name, other.held, true).map((text) => `tiers differ: ${text}`));
    for (const { name, held } of [first, ...others]) {
      for (const { body, leaves, deleted } of held.values()) if (!deleted && (leaves?.length ?? 1) > 1 && !body._id.startsWith('conflict:') && await livingLeaves(world, name, unit, body._id) > 1) broken.push(`${body._id} has several living versions at ${name}`);
    }
    for (const station of stations) {
      const held = holdingsOfStation(station);
      for (const [id, its] of untouched) {
        if (its.unit === unit && canonicalJson(contentOf(held.get(id)?.body ?? {})) !== canonicalJson(contentOf(its.body))) broken.push(`${station.name} does not have ${id} as a newer program wrote it`);
      }
      broken.push(...differences(station.name, held, first.name, first.held, false).map((text) => `station and tier differ: ${text}`));
      if (ledgerOf(held) !== ledgerOf(first.held)) broken.push(`the ledger of ${station.name} is not that of ${first.name}`);
      const waiting = station.db?.journal.waiting().count ?? 0;
      const denied = station.db?.journal.denied() ?? [];
      if (waiting > 0 || denied.length > 0) broken.push(`${station.name}: ${waiting} wait, ${denied.length} denied (${denied[0]?.reason ?? ''})`);
      for (const { unit: tier, missing } of station.db?.journal.proofs() ?? []) if (missing > 0) broken.push(`${station.name}: ${missing} not proved at ${tier}`);
      if ((station.db?.journal.path().length ?? 0) !== path.length) broken.push(`${station.name} knows ${station.db?.journal.path().length ?? 0} tiers of ${path.length}`);
      const problems = (station.db ? verifyStation(station.db).problems : []).filter((problem) => !isLossOfMachine(world, promises, problem));
      if (problems.length > 0) broken.push(`verify ${station.name}: ${some(problems.map((problem) => JSON.stringify(problem)))}`);
    }
    broken.push(...await leftBehind(world, unit));
    for (const { held } of [first, ...others]) for (const id of held.keys()) everywhere.add(id);
    for (const word of wordsIn([...first.held.values()].map(({ body }) => body))) everywhere.add(word);
    const doubled = [...first.held.keys()].filter((id) => !id.startsWith('conflict:') && !promises.created.has(id) && !promises.maybe.has(id) && !id.startsWith('auditEvents:'));
    if (doubled.length > 0) broken.push(`nobody was told of ${some(doubled)}`);
  }
  // Typed over by a save that was answered, or by one that nobody heard the end of and that can be seen to have been saved.
  const overwritten = new Set([...promises.typed.values()].flatMap(({ over }) => over?.split(/\s+/) ?? []));
  for (const [word, over] of promises.attempted) if (everywhere.has(word)) for (const its of over.split(/\s+/)) overwritten.add(its);
  const lost = [...promises.typed].filter(([word]) => !everywhere.has(word) && !overwritten.has(word) && !promises.excused.has(word));
  if (lost.length > 0) broken.push(`typed, saved and gone: ${some(lost.map(([word, { id, field }]) => `${word} in ${field} of ${id}`))}`);
  const gone = [...promises.created].filter((id) => !everywhere.has(id) && !promises.excused.has(id));
  if (gone.length > 0) broken.push(`saved and gone: ${some(gone)}`);
  return broken;
}

/** What verify rightly says of work that went with a destroyed PC in part: a movement whose dispense had left, an entry of that PC's audit chain. */
function isLossOfMachine({ stations }: SimWorld, { excused }: Promises, problem: object): boolean {
  if ('movementId' in problem) return excused.has(String(problem.movementId));
  return 'chainIndex' in problem && 'device' in problem && 'problem' in problem && problem.problem === 'missing' && excused.size > 0 && stations.every(({ device }) => device !== problem.device);
}

/** What a hub the unit once belonged to holds and the highest does not, and what stands under two units. */
async function leftBehind(world: SimWorld, unit: string): Promise<string[]> {
  const path = world.pathOf(unit);
  const top = path.at(-1);
  const found: string[] = [];
  for (const hub of world.hubs.filter((one) => !path.includes(one))) {
    for (const database of [`health-${unit}`, `resources-${unit}`]) {
      const page = await hub.use(database, (db) => db.changes({ since: '', limit: 100_000, style: 'all' }));
      const leaves = Object.fromEntries((page?.rows ?? []).filter(({ id }) => !onlyFlowsDown(id)).map(({ id, leaves: revs }) => [id, revs]));
      const missing = Object.keys(leaves).length > 0 ? await top?.use(database, (db) => db.missingRevisions(leaves)) ?? leaves : {};
      if (Object.keys(missing).length > 0) found.push(`left behind at ${hub.unit}: ${some(Object.keys(missing))}`);
    }
  }
  const mine = top && await holdingsOfHub(top, unit);
  for (const other of world.units.filter((one) => one !== unit)) {
    const theirs = top && await holdingsOfHub(top, other);
    const twice = [...mine?.keys() ?? []].filter((id) => theirs?.has(id));
    if (twice.length > 0) found.push(`under ${unit} and ${other}: ${some(twice)}`);
  }
  return found;
}

async function livingLeaves(world: SimWorld, hubUnit: string, unit: string, id: string): Promise<number> {
  const hub = world.hubs.find((one) => one.unit === hubUnit);
  const found = await hub?.use(databaseName(collectionOfId(id)?.database ?? 'health', unit), (db) => db.openRevisions(id, 'all'));
  return (found ?? []).filter((one) => 'ok' in one && !one.ok._deleted).length;
}
