import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../store/index.ts';
import type { StorageCore } from '../../store/index.ts';
import { createReplicator, openJournal } from '../../sync/index.ts';
import type { Journal, Replicator, SyncedCollection } from '../../sync/index.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';

const clinical = { database: 'health', owned: true, outlivesDeletion: true, schemaVersion: 1 } as const;
const databasesOf = (unit: string) => ({ health: { name: `health-${unit}`, goesUp: true }, resources: { name: `resources-${unit}`, goesUp: true }, reference: { name: 'reference', goesUp: false } });

/** A small world of collections: a clinical one, a list-like one, conflicts, what flows down, and a resource. */
const worldCollections: SyncedCollection[] = [
  { ...clinical, table: 'patients', idPrefix: 'patients', fillFirst: true, mergePolicy: { '*': 'clash', note: 'keepBoth', allergies: 'union' } },
  { ...clinical, table: 'encounters', idPrefix: 'encounters', mergePolicy: { '*': 'clash', 'observations.*': 'clash', reason: 'keepBoth' } },
  { ...clinical, table: 'conflicts', idPrefix: 'conflict', outlivesDeletion: false, mergePolicy: { '*': 'clash', resolution: 'latest' } },
  { ...clinical, table: 'lots', idPrefix: 'lots', database: 'resources', outlivesDeletion: false, mergePolicy: { '*': 'clash' } },
  { ...clinical, table: 'reviews', idPrefix: 'review', owned: false, outlivesDeletion: false, mergePolicy: { '*': 'clash' } },
  { ...clinical, table: 'receipts', idPrefix: 'receipt', owned: false, outlivesDeletion: false, mergePolicy: { '*': 'latest' } },
  { ...clinical, table: 'orgUnits', idPrefix: 'org', database: 'reference', owned: false, outlivesDeletion: false, mergePolicy: { '*': 'latest' } },
];

export interface SyncWorld {
  unit: string; device: string; store: StorageCore; journal: Journal;
  /** A clock the test moves; starts at 2026-11-22T03:00:00Z, one millisecond on at each look. */
  clock: { now: number };
  /** A full body of this device, with a stamp from the clock. */
  body(id: string, fields?: Record<string, unknown>): DocumentBody;
  save(id: string, fields?: Record<string, unknown>): string;
  /** As after a restart; under another device's name, as a restored copy is. */
  reopen(device?: string): void;
  close(): void;
}

/** A station's store and journal on a real encrypted file of its own. */
export function aSyncWorld({ unit = '25001', device = 'pc1' }: { unit?: string; device?: string } = {}): SyncWorld {
  const directory = mkdtempSync(join(tmpdir(), 'tramxa-sync-'));
  const key = randomBytes(32);
  const clock = { now: Date.parse('2026-11-22T03:00:00Z') };
  let as = device;
  const formerDevices: string[] = [];
  const open = () => {
    const store = openStore({ file: join(directory, 'station.db'), key, now: () => clock.now });
    for (const { table } of worldCollections) store.defineTable({ name: table, indexes: [] });
    return { store, journal: openJournal({ store, unit, device: as, formerDevices: [...formerDevices], databases: databasesOf(unit), collections: worldCollections, now: () => clock.now++ }) };
  };
  const world: SyncWorld = {
    unit, device, clock, ...open(),
    body(id, fields = {}) {
      const at = new Date(clock.now++).toISOString();
      const old = world.store.get(worldCollections.find((c) => id.startsWith(`${c.idPrefix}:`))?.table ?? '', id);
      return {
        _id: id, unit, device: as, createdAt: String(old?.['createdAt'] ?? at), createdBy: String(old?.['createdBy'] ?? 'hoa'), updatedAt: at, updatedBy: 'hoa',
        version: `${at}-${as}`, schemaVersion: 1, ...fields,
      };
    },
    save(id, fields) {
      const [stored] = world.journal.save({ documents: [{ body: world.body(id, fields) }], context: 'test' });
      return stored?._rev ?? '';
    },
    reopen(device = as) {
      world.store.close();
      if (device !== as) formerDevices.push(as);
      as = device;
      Object.assign(world, open(), { device });
    },
    close() {
      world.store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return world;
}

/** A replicator of this world to a hub, in-process or by address. */
export function aReplicator(world: SyncWorld, hub: { fetch?: typeof fetch; url?: string; user?: string; password?: string; timeoutMs?: number }): Replicator {
  return createReplicator({
    journal: world.journal, hubUrl: hub.url ?? 'http://stand-in', user: hub.user ?? 'u', password: hub.password ?? 'p', fetch: hub.fetch, timeoutMs: hub.timeoutMs ?? 5000, random: () => 0.1,
  });
}

/** Documents of a table without what differs between files. */
export function documentsOf(world: SyncWorld, table: string): DocumentBody[] {
  return [...world.store.iterate(table, { withDeleted: true })].map(({ _meta, _attachments, ...body }) => body as DocumentBody);
}
