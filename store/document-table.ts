import { BODY, STORED_BODY } from './document-body.ts';

/** Columns every table has. */
const COLUMN_BY_FIELD: ReadonlyMap<string, string> = new Map([['_deleted', 'deleted'], ['_meta.lwt', 'lwt'], ['_rev', 'rev']]);

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** JSON path of a dotted field, as a SQL literal. */
export function jsonPath(field: string): string {
  return quoteText(`$${field.split('.').map((part) => `."${part}"`).join('')}`);
}

/** What decides where a field is read from. */
export interface FieldPlaces {
  readonly primaryKey: string;
  /** Fields with a column beside the body: the indexed ones. */
  readonly columns: ReadonlySet<string>;
  /** SQL names of fields that a subquery has read already. */
  readonly read?: ReadonlyMap<string, string>;
}

/** SQL expression of a field; an index is used only where a query repeats its expression letter for letter. */
export function fieldExpression(field: string, { primaryKey, columns, read }: FieldPlaces): string {
  if (field === primaryKey) return 'id';
  return read?.get(field) ?? COLUMN_BY_FIELD.get(field) ?? (columns.has(field) ? quoteName(columnName(field)) : fromBody(field));
}

const fromBody = (field: string): string => `json_extract(body, ${jsonPath(field)})`;

/** Columns of one row whose names differ in nothing but capitals would be one to SQLite. */
export const columnName = (field: string): string => `$.${marked(field)}`;

const marked = (field: string): string => field.replace(/[A-Z]/g, '^$&');

/**
 * Fields that these indexes need a column for, which holds what SQLite reads from the body, of no type. Were the indexes made of the body itself, each edit would write all
 * of them: SQLite does not see that nothing changed which they hold (decision 0242).
 */
export function indexedFields(primaryKey: string, indexes: readonly (readonly string[])[]): Set<string> {
  const fields = new Set(indexes.flat().filter((field) => !isColumn(field, primaryKey)));
  for (const field of fields) if (!isPlainField(field)) throw new RangeError(`not a field that can be indexed: ${field}`);
  return fields;
}

/** True where every table has a column for the field, typed by the store. */
export const isColumn = (field: string, primaryKey: string): boolean => field === primaryKey || COLUMN_BY_FIELD.has(field);

/** A field name that can stand in a JSON path without ambiguity. */
export const isPlainField = (field: string): boolean => /^[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z_][A-Za-z0-9_-]*)*$/.test(field);

/** A text that can be an id. A lone surrogate would be written as U+FFFD, and two ids become one. */
export const isDocumentId = (id: unknown): id is string => typeof id === 'string' && id !== '' && id.isWellFormed();

/** Rowid table: `WITHOUT ROWID` costs a page a document here. */
export function tableDdl(name: string): string[] {
  return [
    `CREATE TABLE IF NOT EXISTS ${quoteName(name)} (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rev TEXT NOT NULL,
      deleted INTEGER NOT NULL, lwt REAL NOT NULL, body TEXT NOT NULL, mark INTEGER)`,
    `CREATE INDEX IF NOT EXISTS ${quoteName(changesIndex(name))} ON ${quoteName(name)} (lwt, mark)`,
  ];
}

/** Name of the index of a table's changes. An id in it would make three of it. */
export const changesIndex = (name: string): string => `${name} by change`;

/** Tables of the first layout have this index of their changes, and no marks. */
export const firstLayoutIndex = (name: string): string => `${name} by lwt`;
/** Brings a table of the first layout to this one. */
export const markDdl = (name: string): string[] => [
  `DROP INDEX ${quoteName(firstLayoutIndex(name))}`, `ALTER TABLE ${quoteName(name)} ADD COLUMN mark INTEGER`, ...tableDdl(name),
];

export interface IndexDdl { name: string; ddl: string; fields: readonly string[] }

/**
 * One SQLite index per declared index: live documents first. Documents alike in one field may be many, and come by id. Those alike in several are few, and come
 * as they were written, for SQLite to sort where the id is asked for: with the id in it an index is twice as large, and is split twice as often (decision 0135).
 * Earlier versions made it so, and of the body; their indexes are named otherwise (`by`, `on`).
 */
export function indexDdl(table: string, places: FieldPlaces, indexes: readonly (readonly string[])[]): IndexDdl[] {
  const hasTwin = (field: string): boolean => [...places.columns].some((other) => other !== field && other.toLowerCase() === field.toLowerCase());
  return indexes.map((declared) => {
    const fields = declared.filter((field) => field !== '_deleted');
    const expressions = ['deleted', ...fields.map((field) => fieldExpression(field, places))];
    const isOfOne = fields.length === 1 && fields[0] !== places.primaryKey;
    if (isOfOne) expressions.push('id');
    // As of columns: names that differ in nothing but capitals would be one, and the second index would not be made.
    const name = `${table} ${isOfOne ? 'with' : 'along'} ${fields.map((field) => (hasTwin(field) ? marked(field) : field)).join(', ')}`;
    return { name, fields, ddl: `CREATE INDEX IF NOT EXISTS ${quoteName(name)} ON ${quoteName(table)} (${expressions.join(', ')})` };
  });
}

/**
 * Adds columns to a table, and takes away those no longer needed. `fill` reads the new ones, and those not `trusted`, of rows of a range of numbers, from after the first up to
 * the second.
 */
export function columnDdl(name: string, present: readonly string[], trusted: ReadonlySet<string>, { columns }: FieldPlaces): { ddl: string[]; fill: string | undefined } {
  const table = quoteName(name);
  const wanted = new Set([...columns].map(columnName));
  const added = [...columns].filter((field) => !present.includes(columnName(field)));
  const filledAnew = [...columns].filter((field) => added.includes(field) || !trusted.has(field));
  const ddl = [
    ...present.filter((column) => column.startsWith('$.') && !wanted.has(column)).map((column) => `ALTER TABLE ${table} DROP COLUMN ${quoteName(column)}`),
    ...added.map((field) => `ALTER TABLE ${table} ADD COLUMN ${quoteName(columnName(field))}`),
  ];
  return { ddl, fill: filledAnew.length > 0 ? `UPDATE ${table} SET ${filled(filledAnew)} WHERE number > ? AND number <= ?` : undefined };
}

/** SQL that sets the columns of these fields from the body. */
const filled = (fields: readonly string[]): string => fields.map((field) => `${quoteName(columnName(field))} = ${fromBody(field)}`).join(', ');

export interface WriteTexts {
  /** A row by its id, with its columns, and with its body. */
  look: string; find: string;
  /** What an edit leaves as it is costs nothing: `move` reads what indexes hold from the body, and is run where something of it changed. */
  update: string; move: string;
  /** Takes the columns' values, too. */
  insert: string;
}

/** Statements that write documents; all take what the row of a table holds, in the order of its columns. */
export function writeTexts({ name, ...places }: FieldPlaces & { name: string }): WriteTexts {
  const table = quoteName(name);
  const fields = [...places.columns];
  const columns = fields.map((field) => `, ${quoteName(columnName(field))}`).join('');
  const given = 'id, rev, deleted, lwt, mark, body';
  return {
    look: `SELECT number, rev, deleted${columns} FROM ${table} WHERE id = ?`,
    find: `SELECT number, rev, deleted${columns}, ${BODY} AS body FROM ${table} WHERE id = ?`,
    update: `UPDATE ${table} SET rev = ?, lwt = ?, mark = ?, body = ${STORED_BODY} WHERE number = ?`,
    move: `UPDATE ${table} SET ${['deleted = ?', ...(fields.length > 0 ? [filled(fields)] : [])].join(', ')} WHERE number = ?`,
    insert: `INSERT INTO ${table} (${given}${columns}) VALUES (?, ?, ?, ?, ?, ${STORED_BODY}${', ?'.repeat(fields.length)}) ON CONFLICT (id) DO NOTHING`,
  };
}
