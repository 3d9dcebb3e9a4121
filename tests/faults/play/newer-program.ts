import { syncedCollections } from '../../../src-main/station/db/document-tables.ts';
import { mergeBranches } from '../../../sync/conflict/merge-branches.ts';
import { mintRevision } from '../../../sync/replication/mint-revision.ts';
import { lineage } from '../../../sync/replication/wire-document.ts';
import type { WireDocument } from '../../../sync/replication/wire-document.ts';
import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import { livingDocuments } from '../check/holdings.ts';
import type { Promises } from '../check/promises.ts';
import { pickOf } from '../world/sim-context.ts';
import type { SimHub } from '../world/sim-hub.ts';
import type { SimWorld } from '../world/sim-world.ts';

/**
 * PCs of a unit that have the program's next versions already, as their home hub sees them: records of newer schemas with fields nobody
 * here knows, and a collection nobody here knows. It keeps all it wrote.
 */
export interface NewerProgram {
  /** Writes a record the next version of it, or something of its own. */
  work(): Promise<void>;
  /** Sends again what its hub lost, and merges what only it can: branches of which one is of its schema. */
  settle(): Promise<void>;
  /** What it wrote last, by id: to be found as it is, everywhere. */
  readonly written: ReadonlyMap<string, { unit: string; body: WireDocument }>;
}

const device = 'pc-newer';
/** One and two versions on: for the newest, the program under test is two versions back. */
const schemaVersions = [2, 3] as const;
const newest = 3;

export function createNewerProgram(world: SimWorld, promises: Promises): NewerProgram {
  const { context: { random, trace } } = world;
  const written = new Map<string, { unit: string; body: WireDocument }>();
  let count = 0;

  async function write(hub: SimHub, unit: string, documents: WireDocument[]): Promise<boolean> {
    for (const { _id } of documents) trace(`the newer PC of ${unit} writes ${_id} at ${hub.unit}`);
    const rows = await hub.use(`health-${unit}`, (db) => db.write(documents, { minted: true })).catch(() => undefined);
    return rows?.every((row) => !('error' in row)) ?? false;
  }
  /** The next version of a body, with its line. */
  function next(body: DocumentBody, ancestors: readonly string[]): WireDocument {
    const { _rev: parent, _revisions, ...content } = body as WireDocument;
    const rev = mintRevision(content, parent);
    const hash = (one: string) => one.slice(one.indexOf('-') + 1);
    return { ...content, _rev: rev, _revisions: { start: Number.parseInt(rev, 10), ids: [rev, ...(parent === undefined ? [] : [parent, ...ancestors])].map(hash) } };
  }
  const linesOf = async (hub: SimHub, unit: string, id: string) => (await hub.use(`health-${unit}`, (db) => db.openRevisions(id, 'all', { revisions: true })) ?? [])
    .flatMap((one) => ('ok' in one && !one.ok._deleted ? [one.ok as WireDocument] : []));

  return {
    written,
    async work() {
      const unit = pickOf(random, world.units);
      const hub = world.homeOf(unit);
      if (!hub.isUp || hub.machine.diskFull) return;
      const word = promises.nextWord();
      const patients = (await livingDocuments(hub, `health-${unit}`)).filter(({ _id }) => _id.startsWith('patients:'));
      if (random() < 0.3 || patients.length === 0) {
        const id = `futures:019a0000-0000-7000-8000-${(++count).toString(16).padStart(12, 'f')}`;
        const body = next({ _id: id, unit, device, schemaVersion: 1, word }, []);
        if (!await write(hub, unit, [body])) return;
        promises.created.add(id);
        promises.typed.set(word, { id, field: 'word', over: undefined });
        written.set(id, { unit, body });
        return;
      }
      const patient = pickOf(random, patients);
      const line = (await linesOf(hub, unit, patient._id)).find(({ _rev }) => _rev === patient._rev);
      if (!line) return;
      const before = typeof patient['bloodGroupNote'] === 'string' ? patient['bloodGroupNote'] : undefined;
      if (before !== undefined) promises.attempted.set(word, before);
      const [, ...ancestors] = line._revisions ? lineage(String(line._rev), line._revisions.ids.slice(1)) : [String(line._rev)];
      const schemaVersion = Math.max(pickOf(random, schemaVersions), Number(patient['schemaVersion']));
      const body = next({ ...patient, bloodGroupNote: word, ...(schemaVersion === newest ? { household: { code: word, since: schemaVersion } } : {}), device, schemaVersion }, ancestors);
      if (!await write(hub, unit, [body])) return;
      promises.typed.set(word, { id: patient._id, field: 'bloodGroupNote', over: before });
      written.set(patient._id, { unit, body });
    },
    async settle() {
      for (const [id, { unit, body }] of written) {
        const hub = world.homeOf(unit);
        // Of a collection nobody counts, only a new version travels up again after a line took one out.
        if (id.startsWith('futures:')) written.set(id, { unit, body: next({ ...body, turn: Number(body['turn'] ?? 0) + 1 }, lineage(String(body._rev), body._revisions?.ids.slice(1) ?? []).slice(1)) });
        await write(hub, unit, [written.get(id)?.body ?? body]);
        const branches = (await linesOf(hub, unit, id)).map((leaf) => ({ rev: String(leaf._rev), ancestors: leaf._revisions?.ids.slice(1) ?? [], body: leaf }));
        const collection = syncedCollections.find(({ idPrefix }) => id.startsWith(`${idPrefix}:`));
        if (branches.length < 2 || !collection || !branches.some((branch) => Number(branch.body['schemaVersion']) >= schemaVersions[0])) continue;
        const { merged, tombstones, conflicts, winner } = mergeBranches(branches.map((branch) => ({ ...branch, body: bodyOf(branch.body) })), { collection: { ...collection, schemaVersion: newest }, conflictSchemaVersion: 1, baseOf: () => undefined });
        const result = merged && { ...merged.body, _rev: merged.rev, _revisions: { start: Number.parseInt(merged.rev, 10), ids: [merged.rev.slice(merged.rev.indexOf('-') + 1), ...merged.ancestors] } };
        const its = conflicts.map((conflict) => ({ ...conflict, _rev: mintRevision(conflict) }));
        if (!await write(hub, unit, [...(result ? [result] : []), ...its, ...tombstones.map(({ document }) => document)])) continue;
        const kept = result ?? branches.find(({ rev }) => rev === winner.rev)?.body;
        if (kept) written.set(id, { unit, body: kept });
      }
    },
  };
}

const bodyOf = ({ _revisions, ...body }: WireDocument): DocumentBody => body;
