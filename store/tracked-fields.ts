import { isColumn } from './document-table.ts';
import { TRAIT, traitOf } from './query/field-traits.ts';

/** Usually the time of the commit, which is a column; see `TRAIT.ownTime`. */
export const DOCUMENT_TIME = '_meta.lwt';

/** Fields learned from queries in one table; each is looked at in every write. */
const LEARNED_FIELDS = 32;

/** Kinds of value seen in the fields that queries may leave to SQLite: the indexed ones, the primary key, and those learned. */
export interface TrackedFields {
  /** Bits of `TRAIT`; `undefined` where the field is not tracked. */
  traitsOf(field: string): number | undefined;
  /** Bits of a document committed at `lwt` that were not there yet, by field; `undefined` when it brings nothing new. */
  news(document: object, lwt: number): Map<string, number> | undefined;
  add(news: ReadonlyMap<string, number>): void;
  /** Tracks further fields from now on, until the store is closed; the bits are those of all documents there are. */
  track(found: ReadonlyMap<string, number>): void;
  /** Top-level fields a document must be given with to know its news. */
  readonly roots: readonly string[];
  /** How many more may be tracked. */
  readonly room: number;
  toJson(news?: ReadonlyMap<string, number>): string;
}

export function trackedFieldNames(primaryKey: string, indexes: readonly (readonly string[])[]): string[] {
  return [...new Set([primaryKey, DOCUMENT_TIME, ...indexes.flat().filter((field) => !isColumn(field, primaryKey))])];
}

export function createTrackedFields(names: readonly string[], known: Readonly<Record<string, number>>): TrackedFields {
  const fields = names.map((name) => ({ name, path: name.split('.'), traits: known[name] ?? 0 }));
  const byName = new Map(fields.map((field) => [field.name, field]));
  const rootsOf = () => [...new Set(fields.map(({ path: [root = ''] }) => root))];
  let roots = rootsOf();
  return {
    traitsOf: (name) => byName.get(name)?.traits,
    news(document, lwt) {
      let found: Map<string, number> | undefined;
      for (const { name, path, traits } of fields) {
        const trait = name === DOCUMENT_TIME ? traitOfTime(document, lwt) : traitOf(document, path);
        if ((traits & trait) === 0) (found ??= new Map<string, number>()).set(name, trait);
      }
      return found;
    },
    add(news) {
      for (const [name, traits] of news) {
        const field = byName.get(name);
        if (field) field.traits |= traits;
      }
    },
    track(found) {
      for (const [name, traits] of found) {
        if (byName.has(name)) continue;
        const field = { name, path: name.split('.'), traits };
        byName.set(name, field);
        fields.push(field);
      }
      roots = rootsOf();
    },
    get roots() { return roots; },
    get room() { return names.length + LEARNED_FIELDS - fields.length; },
    toJson: (news) => JSON.stringify(Object.fromEntries(fields.map(({ name, traits }) => [name, traits | (news?.get(name) ?? 0)]))),
  };
}

function traitOfTime(document: { _meta?: { lwt?: unknown } }, lwt: number): number {
  return document._meta?.lwt === lwt ? TRAIT.number : TRAIT.ownTime;
}
