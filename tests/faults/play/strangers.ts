import { livingDocuments } from '../check/holdings.ts';
import type { Promises } from '../check/promises.ts';
import { time } from '../interpose/index.ts';
import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import { pickOf, versionKey } from '../world/sim-context.ts';
import type { SimHub } from '../world/sim-hub.ts';
import type { SimWorld } from '../world/sim-world.ts';

/** What somebody does with a CouchDB client of his own in a hub's databases, at any tier. */
export interface Strangers {
  /** Writes over a field, as whoever made the record or under a name of his own. */
  edit(): Promise<void>;
  /** Puts another version beside the newest. */
  branch(): Promise<void>;
  /** Makes a person nobody here knows, as if one of the unit's PCs had. */
  create(): Promise<void>;
  /** Deletes a record, whatever it is. */
  tombstone(): Promise<void>;
}

interface Found { hub: SimHub; database: string; body: DocumentBody }
type Revisions = { start: number; ids: string[] };
/** What is never corrected may be deleted like anything else. */
const deletable = ['patients', 'encounters', 'dispenses', 'stockMovements', 'auditEvents'];

export function createStrangers(world: SimWorld, promises: Promises): Strangers {
  const { context: { random, trace, versions } } = world;
  let made = 0;
  const own = new Set<string>();

  async function find(prefixes: readonly string[]): Promise<Found | undefined> {
    const hub = pickOf(random, world.hubs);
    const kind = pickOf(random, prefixes.includes('stockMovements') ? ['health', 'health', 'resources'] : ['health']);
    const unit = pickOf(random, world.units);
    const database = `${kind}-${unit}`;
    // A unit that was only to go there later holds nothing there that the tiers above would take.
    if (!hub.isUp || hub.machine.diskFull || world.organisation?.ledThrough(unit, hub) === false) return undefined;
    const bodies = (await livingDocuments(hub, database)).filter((body) => prefixes.some((prefix) => body._id.startsWith(`${prefix}:`)) && Number(body['schemaVersion']) === 1);
    return bodies.length === 0 ? undefined : { hub, database, body: pickOf(random, bodies) };
  }
  /** True where the hub took it: it may die meanwhile, or have no room. */
  async function write({ hub, database, body }: Found, document: DocumentBody, minted: boolean): Promise<boolean> {
    trace(`somebody at ${hub.unit} writes ${database} ${body._id} ${String(body._rev)}`);
    const rows = await hub.use(database, (db) => db.write([document], { minted })).catch(() => undefined);
    for (const row of rows ?? []) if ('ok' in row) versions.set(versionKey(row.id, row.rev), document);
    if (rows && minted) versions.set(versionKey(document._id, String(document._rev)), document);
    return rows?.every((row) => 'ok' in row) ?? false;
  }
  const author = (body: DocumentBody) => (random() < 0.5 ? body['device'] : 'pc-stranger');

  return {
    async edit() {
      const found = await find(['patients']);
      if (!found) return;
      const field = pickOf(random, ['village', 'occupation']);
      const over = typeof found.body[field] === 'string' ? found.body[field] : undefined;
      const word = promises.nextWord();
      if (over !== undefined) promises.attempted.set(word, over);
      if (await write(found, { ...found.body, [field]: word, device: author(found.body) }, false)) promises.typed.set(word, { id: found.body._id, field, over });
    },
    async branch() {
      const found = await find(['patients', 'encounters']);
      const body = found && await found.hub.use(found.database, (db) => db.read(found.body._id, { revisions: true }));
      if (!found || !body || body === 'deleted') return;
      const { _revisions: line, ...content } = body as DocumentBody & { _revisions: Revisions };
      const field = body._id.startsWith('patients:') ? 'village' : 'treatment';
      // Whoever goes on from the version below the newest has seen that one. Where nobody knows it, nobody can say that he saw less than the newest.
      const below: Readonly<Record<string, unknown>> = line.ids[1] === undefined ? {} : versions.get(versionKey(body._id, `${line.start - 1}-${line.ids[1]}`)) ?? content;
      const over = typeof below[field] === 'string' ? below[field] : undefined;
      const word = promises.nextWord();
      if (over !== undefined) promises.attempted.set(word, over);
      const hash = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
      const document = { ...content, [field]: word, device: author(body), _rev: `${line.start}-${hash}`, _revisions: { start: line.start, ids: [hash, ...line.ids.slice(1)] } };
      if (await write(found, document, true)) promises.typed.set(word, { id: body._id, field, over });
    },
    async create() {
      const found = await find(['patients']);
      if (!found) return;
      const { _rev: _of, ...like } = found.body;
      const id = `patients:019b0000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`;
      const word = promises.nextWord();
      promises.maybe.add(id);
      if (!await write(found, { ...like, _id: id, note: word, device: author(found.body) }, false)) return;
      promises.created.add(id);
      own.add(id);
      promises.typed.set(word, { id, field: 'note', over: undefined });
    },
    async tombstone() {
      const found = await find(deletable);
      // What a stranger made and no PC has seen yet is gone with its deletion: it is in nobody's hands.
      const isSeen = world.stations.some(({ db }) => !db || db.store.get('patients', found?.body._id ?? ''));
      if (found && own.has(found.body._id) && !isSeen) for (const [word, { id }] of promises.typed) if (id === found.body._id) promises.excused.add(word);
      if (found) await write(found, { _id: found.body._id, _rev: String(found.body._rev), _deleted: true }, false);
      await time.pass(0);
    },
  };
}
