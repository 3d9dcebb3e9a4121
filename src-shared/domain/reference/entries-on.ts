import type { CatalogueEntry } from './catalogue.schema.ts';

type Dated = Pick<CatalogueEntry, 'code' | 'from' | 'to' | 'version'>;

/** Of two entries with one code (two publishers) the one that begins later counts, of equals the newer version. */
const isBefore = (a: Dated, b: Dated): boolean => (a.from !== b.from ? a.from < b.from : a.version < b.version);

/** The entries of one catalogue that are in force on a day, one for each code. */
export function entriesOn<E extends Dated>(entries: Iterable<E>, on: string): E[] {
  const byCode = new Map<string, E>();
  for (const entry of entries) {
    if (entry.from > on || (entry.to !== undefined && entry.to < on)) continue;
    const known = byCode.get(entry.code);
    if (!known || isBefore(known, entry)) byCode.set(entry.code, entry);
  }
  return [...byCode.values()];
}
