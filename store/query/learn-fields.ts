import { isColumn, isPlainField, jsonPath, quoteName } from '../document-table.ts';
import type { StatementCache } from '../sql-runner.ts';
import type { KnownTable } from '../table-registry.ts';
import { TRAIT, traitOfValue } from './field-traits.ts';

/** Which of these fields are not tracked and can be. */
export function unknownFields({ primaryKey, fields }: KnownTable, names: readonly string[]): string[] {
  const unknown = new Set(names.filter((name) => isPlainField(name) && !isColumn(name, primaryKey) && fields.traitsOf(name) === undefined));
  return unknown.size <= fields.room ? [...unknown] : [];
}

/** Looks through the whole table for the kinds of value in these fields, and has them tracked from now on. */
export function learnFields(cache: StatementCache, { name: table, fields }: KnownTable, names: readonly string[]): void {
  const columns = names.flatMap((name) => [`body -> ${jsonPath(name)}`, hasListBefore(name)]);
  const traits = names.map(() => 0);
  const rows = cache.prepare(`SELECT ${columns.join(', ')} FROM ${quoteName(table)} NOT INDEXED`).raw().iterate() as IterableIterator<(string | number | null)[]>;
  for (const row of rows) {
    for (let n = 0; n < names.length; n += 1) traits[n] = (traits[n] ?? 0) | traitIn(row[2 * n], row[2 * n + 1]);
  }
  fields.track(new Map(names.map((name, n) => [name, traits[n] ?? 0])));
}

/** SQL that is 1 where something on the way to the field is a list. */
function hasListBefore(name: string): string {
  const parts = name.split('.');
  const ways = parts.slice(1).map((_, at) => `json_type(body, ${jsonPath(parts.slice(0, at + 1).join('.'))}) = 'array'`);
  return ways.length === 0 ? '0' : `(${ways.join(' OR ')})`;
}

function traitIn(json: string | number | null | undefined, hasList: string | number | null | undefined): number {
  if (hasList === 1) return TRAIT.array;
  return typeof json === 'string' ? traitOfValue(JSON.parse(json)) : TRAIT.missing;
}
