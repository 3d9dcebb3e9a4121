import { catalogueEntry, catalogueRelease, type CatalogueEntry, type CatalogueName, type CatalogueRelease } from '../../src-shared/domain/reference/catalogue.schema.ts';
import type { Engine } from '../engine/engine.ts';

/** What `reference` holds of one catalogue: by code the hub's own entry, else the one that came from above; releases, the newest first. */
export interface Catalogue { entries: Map<string, CatalogueEntry>; releases: CatalogueRelease[] }

/** Reads a catalogue; a document of another shape is left out. */
export async function readCatalogue(engine: Engine, catalogue: CatalogueName, ownUnit: string): Promise<Catalogue> {
  const found: Catalogue = { entries: new Map(), releases: [] };
  if (!engine.has('reference')) return found;
  const bodiesFrom = (prefix: string) => engine.use('reference', (database) => database.allDocuments({ startKey: `${prefix}:`, endKey: `${prefix};`, inclusiveEnd: false, withBodies: true }));
  for (const row of (await bodiesFrom('catalogue')).rows) {
    const shape = 'doc' in row ? catalogueEntry.safeParse(row.doc) : undefined;
    if (!shape?.success || shape.data.catalogue !== catalogue) continue;
    if (shape.data.unit === ownUnit || !found.entries.has(shape.data.code)) found.entries.set(shape.data.code, shape.data);
  }
  for (const row of (await bodiesFrom('release')).rows) {
    const shape = 'doc' in row ? catalogueRelease.safeParse(row.doc) : undefined;
    if (shape?.success && shape.data.catalogue === catalogue) found.releases.push(shape.data);
  }
  found.releases.sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  return found;
}
