import { collections } from '../../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { SimHub } from '../world/sim-hub.ts';
import type { SimStation } from '../world/sim-station.ts';

/** One document as somebody holds it; `leaves` only where a hub was asked. */
export interface Held { rev: string; deleted: boolean; body: DocumentBody; leaves?: string[] }
export type Holdings = Map<string, Held>;

/** Written by hubs, or of a server's own. */
export const onlyFlowsDown = (id: string) => id.startsWith('receipt:') || id.startsWith('_');
/** Tables of what goes up. */
const tables = Object.values(collections).filter(({ owner }) => owner === 'station').map(({ name }) => name);

/** Everything a PC holds, by id. */
export function holdingsOfStation(station: SimStation): Holdings {
  const held: Holdings = new Map();
  for (const table of tables) {
    for (const { _meta, _attachments, ...body } of station.db?.store.iterate(table, { withDeleted: true }) ?? []) held.set(body._id, { rev: body._rev, deleted: body._deleted, body });
  }
  // What the program does not understand lies beside the tables.
  for (const { id, rev, body } of station.db?.store.sql.all<{ id: string; rev: string; body: string }>("SELECT id, rev, body FROM foreign_documents WHERE database <> 'reference'") ?? []) {
    const document = JSON.parse(body) as DocumentBody;
    held.set(id, { rev, deleted: document._deleted === true, body: document });
  }
  return held;
}

/** Everything a hub holds of a unit, by id; `undefined` while it cannot be asked. */
export async function holdingsOfHub(hub: SimHub, unit: string): Promise<Holdings | undefined> {
  const held: Holdings = new Map();
  for (const database of [`health-${unit}`, `resources-${unit}`]) {
    const page = await hub.use(database, (db) => db.changes({ since: '', limit: 100_000, style: 'all', withBodies: true }));
    if (!page && !hub.isUp) return undefined;
    for (const { id, leaves, deleted, body } of page?.rows ?? []) {
      if (!onlyFlowsDown(id) && body) held.set(id, { rev: String(body._rev), deleted, body, leaves: [...leaves].sort() });
    }
  }
  return held;
}

/** Living records of a database at a hub, as its feed tells them. */
export async function livingDocuments(hub: SimHub, database: string): Promise<DocumentBody[]> {
  const page = await hub.use(database, (db) => db.changes({ since: '', limit: 100_000, style: 'winner', withBodies: true }));
  return (page?.rows ?? []).flatMap(({ deleted, body }) => (deleted || !body ? [] : [body]));
}
