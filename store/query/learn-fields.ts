import { isColumn, isPlainField, jsonPath, quoteName } from '../document-table.ts';
import type { StatementCache } from '../sql-runner.ts';
import type { KnownTable } from '../table-registry.ts';
import { TRAIT } from './field-traits.ts';

/** Which of these fields are not tracked and can be. */
export function unknownFields({ primaryKey, fields }: KnownTable, names: readonly string[]): string[] {
  const unknown = new Set(names.filter((name) => isPlainField(name) && !isColumn(name, primaryKey) && fields.traitsOf(name) === undefined));
  return unknown.size <= fields.room ? [...unknown] : [];
}

/** Looks through the whole table for the kinds of value in these fields, and has them tracked from now on. */
export function learnFields(cache: StatementCache, table: KnownTable, names: readonly string[]): void {
  table.fields.track(kindsIn(cache, table, names));
}

/**
 * The kinds of value in these fields of all documents, or of the first `most`. SQLite looks, and gives each combination of kinds once: reading every value costs six times
 * as much.
 */
export function kindsIn(cache: StatementCache, table: KnownTable, names: readonly string[], most = -1): Map<string, number> {
  const kinds = names.map((name, n) => kindSql(`value${n}`, name)).join(', ');
  const found = cache.prepare(`SELECT DISTINCT ${kinds} FROM ${valuesSql(table, names, most)}`).raw().all() as number[][];
  return new Map(names.map((name, n) => [name, found.reduce((traits, row) => traits | (row[n] ?? 0), 0)]));
}

/**
 * SQL of the rows of a table with the values of these fields as `value0`, `value1` … Without the limit SQLite would put the functions in every place where their value
 * stands, and ask each of them ten times.
 */
export function valuesSql({ name: table }: KnownTable, names: readonly string[], most = -1): string {
  const values = names.map((name, n) => `, json_extract(body, ${jsonPath(name)}) AS value${n}`).join('');
  return `(SELECT *${values} FROM ${quoteName(table)} NOT INDEXED LIMIT ${most})`;
}

/** Two kinds of text at once: which of them is not worth looking. */
const SOME_TEXT = TRAIT.text | TRAIT.astralText;

/** SQL of the bits (`traitOf`) of a field whose value SQLite knows as this column; one or two too many for values that are rare. */
export function kindSql(value: string, name: string): string {
  const type = `json_type(body, ${jsonPath(name)})`;
  return `CASE typeof(${value})
    WHEN 'text' THEN CASE
      WHEN substr(${value}, 1, 1) IN ('{', '[') THEN CASE ${type} WHEN 'object' THEN ${TRAIT.object} WHEN 'array' THEN ${TRAIT.array} ELSE ${SOME_TEXT} END
      WHEN length(${value}) = octet_length(${value}) THEN ${TRAIT.text}
      WHEN instr(${value}, char(0)) OR ${value} GLOB '*[\ufffd-\u{10ffff}]*' THEN ${SOME_TEXT}
      ELSE ${TRAIT.text} END
    WHEN 'integer' THEN CASE
      WHEN ${value} IN (0, 1) THEN CASE ${type} WHEN 'integer' THEN ${TRAIT.number} ELSE ${TRAIT.boolean} END
      WHEN ${value} BETWEEN ${Number.MIN_SAFE_INTEGER} AND ${Number.MAX_SAFE_INTEGER} THEN ${TRAIT.number}
      ELSE ${TRAIT.oddNumber} END
    WHEN 'real' THEN CASE WHEN abs(${value}) > 1e-6 AND abs(${value}) < 1e15 AND length(body -> ${jsonPath(name)}) <= 15 THEN ${TRAIT.number} ELSE ${TRAIT.oddNumber} END
    ELSE CASE WHEN ${type} = 'null' THEN ${TRAIT.null} WHEN ${hasListBefore(name)} THEN ${TRAIT.array} ELSE ${TRAIT.missing} END END`;
}

/** SQL that is 1 where something on the way to the field is a list. */
function hasListBefore(name: string): string {
  const parts = name.split('.');
  const ways = parts.slice(1).map((_, at) => `json_type(body, ${jsonPath(parts.slice(0, at + 1).join('.'))}) = 'array'`);
  return ways.length === 0 ? '0' : `(${ways.join(' OR ')})`;
}
