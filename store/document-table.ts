/** Columns that hold a field already; every other field is read from the JSON body. */
const COLUMN_BY_FIELD: Readonly<Record<string, string>> = { _deleted: 'deleted', '_meta.lwt': 'lwt', _rev: 'rev' };

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** JSON path of a dotted field, as a SQL literal. */
export function jsonPath(field: string): string {
  return quoteText(`$${field.split('.').map((part) => `."${part}"`).join('')}`);
}

/** SQL expression of a field; an index is used only where a query repeats its expression letter for letter. */
export function fieldExpression(field: string, primaryKey: string): string {
  if (field === primaryKey) return 'id';
  return COLUMN_BY_FIELD[field] ?? `json_extract(body, ${jsonPath(field)})`;
}

/** True where the field is a column of its own, typed by the store. */
export const isColumn = (field: string, primaryKey: string): boolean => field === primaryKey || field in COLUMN_BY_FIELD;

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

export interface IndexDdl { name: string; ddl: string }

/**
 * One SQLite index per declared index: live documents first. Documents alike in one field may be many, and come by id. Those alike in several are few, and come
 * as they were written, for SQLite to sort where the id is asked for: with the id in it an index is twice as large, and is split twice as often (decision 0135).
 * Earlier versions made it so, by the name that indexes of one field have.
 */
export function indexDdl(table: string, primaryKey: string, indexes: readonly (readonly string[])[]): IndexDdl[] {
  return indexes.map((declared) => {
    const fields = declared.filter((field) => field !== '_deleted');
    for (const field of fields) {
      if (field !== primaryKey && !isPlainField(field)) throw new RangeError(`not a field that can be indexed: ${field}`);
    }
    const expressions = ['deleted', ...fields.map((field) => fieldExpression(field, primaryKey))];
    const isOfOne = fields.length === 1 && fields[0] !== primaryKey;
    if (isOfOne) expressions.push('id');
    const name = `${table} ${isOfOne ? 'by' : 'on'} ${fields.join(', ')}`;
    return { name, ddl: `CREATE INDEX IF NOT EXISTS ${quoteName(name)} ON ${quoteName(table)} (${expressions.join(', ')})` };
  });
}
