import { catalogueEntry, catalogueRelease, type CatalogueEntry, type CatalogueName, type CatalogueRelease } from '../../../src-shared/domain/reference/catalogue.schema.ts';
import { entriesOn } from '../../../src-shared/domain/reference/entries-on.ts';
import type { StorageCore, StoredDocument } from '../../../store/index.ts';
import { bodyOf } from './read-record.ts';

/** The catalogues that came down from the tier that publishes them, in memory; follows every commit. An entry of a shape this program does not know is left out here and kept in the file. */
export interface CatalogueIndex {
  /** Entries in force on a day, one for each code; empty where nothing was published. */
  on(catalogue: CatalogueName, day: string): CatalogueEntry[];
  entry(id: string): CatalogueEntry | undefined;
  /** The newest release of each catalogue. */
  releases(): CatalogueRelease[];
}

export function createCatalogueIndex(store: StorageCore): CatalogueIndex {
  const entries = new Map<string, Map<string, CatalogueEntry>>();
  const byId = new Map<string, CatalogueEntry>();
  const releases = new Map<string, CatalogueRelease>();

  const putEntry = (stored: StoredDocument) => {
    const before = byId.get(stored._id);
    if (before) entries.get(before.catalogue)?.delete(before._id);
    byId.delete(stored._id);
    const shape = stored._deleted ? undefined : catalogueEntry.safeParse(bodyOf(stored));
    if (!shape?.success) return;
    byId.set(stored._id, shape.data);
    const known = entries.get(shape.data.catalogue) ?? new Map<string, CatalogueEntry>();
    entries.set(shape.data.catalogue, known.set(stored._id, shape.data));
  };
  const putRelease = (stored: StoredDocument) => {
    const shape = stored._deleted ? undefined : catalogueRelease.safeParse(bodyOf(stored));
    if (!shape?.success) return;
    const { catalogue, publishedAt } = shape.data;
    if (publishedAt > (releases.get(catalogue)?.publishedAt ?? '')) releases.set(catalogue, shape.data);
  };
  for (const stored of store.iterate('catalogueEntries')) putEntry(stored);
  for (const stored of store.iterate('catalogueReleases')) putRelease(stored);
  store.changes.subscribe(({ changes }) => {
    for (const { table, document } of changes) {
      if (table === 'catalogueEntries') putEntry(document);
      else if (table === 'catalogueReleases') putRelease(document);
    }
  });

  return {
    on: (catalogue, day) => entriesOn(entries.get(catalogue)?.values() ?? [], day),
    entry: (id) => byId.get(id),
    releases: () => [...releases.values()],
  };
}
