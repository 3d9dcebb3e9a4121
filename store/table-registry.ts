import type { Connection } from './driver.ts';
import { BODY, parseBody } from './document-body.ts';
import { changesIndex, columnDdl, firstLayoutIndex, indexDdl, indexedFields, markDdl, quoteName, tableDdl } from './document-table.ts';
import type { FieldPlaces } from './document-table.ts';
import { createTrackedFields, trackedFieldNames } from './tracked-fields.ts';
import type { TrackedFields } from './tracked-fields.ts';
import type { TableDefinition } from './types.ts';

/** Who asks for indexes: the application, or the schema of an RxDB collection. A table has those of both. */
export type IndexSource = 'declared' | 'schema';
type Indexes = TableDefinition['indexes'];
export interface KnownTable extends FieldPlaces { readonly name: string; readonly indexes: Readonly<Record<IndexSource, Indexes>>; readonly fields: TrackedFields }
interface TableRow { name: string; primary_key: string; declared: string; schema: string; traits: string }

const allOf = ({ declared, schema }: KnownTable['indexes']): Indexes => [...declared, ...schema];

/** Which document tables the file has. Tables beside them (plain SQL) are not listed. */
export interface TableRegistry {
  /** Indexes the same source asked for before and now does not are dropped. */
  define(definition: TableDefinition, source: IndexSource): void;
  /** Faults on a table never defined. */
  need(name: string): KnownTable;
  find(name: string): KnownTable | undefined;
  drop(name: string): void;
  saveTraits(table: KnownTable, news: ReadonlyMap<string, number>): void;
  greatestLwt(): number;
}

/** Rows whose columns are filled by one statement. */
const FILLED_AT_ONCE = 1_000;
const RESERVED = /^(store_|sqlite_)/i;
const CATALOGUE = `CREATE TABLE IF NOT EXISTS store_tables (
    name TEXT PRIMARY KEY COLLATE NOCASE, primary_key TEXT NOT NULL, declared TEXT NOT NULL, schema TEXT NOT NULL, traits TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS store_attachments (
    owner TEXT NOT NULL, document TEXT NOT NULL, attachment TEXT NOT NULL, digest TEXT NOT NULL, type TEXT NOT NULL, content BLOB NOT NULL,
    PRIMARY KEY (owner, document, attachment))`;

export function createTableRegistry(connection: Connection): TableRegistry {
  connection.exec(CATALOGUE);
  const known = new Map<string, KnownTable>();
  const toTable = (name: string, primaryKey: string, indexes: KnownTable['indexes'], traits: Record<string, number>): KnownTable => ({
    name, primaryKey, indexes, columns: indexedFields(primaryKey, allOf(indexes)), fields: createTrackedFields(trackedFieldNames(primaryKey, allOf(indexes)), traits),
  });
  for (const row of connection.prepare('SELECT name, primary_key, declared, schema, traits FROM store_tables').all() as TableRow[]) {
    const indexes = { declared: JSON.parse(row.declared) as Indexes, schema: JSON.parse(row.schema) as Indexes };
    known.set(row.name, toTable(row.name, row.primary_key, indexes, JSON.parse(row.traits) as Record<string, number>));
  }
  const saveTraits = connection.prepare('UPDATE store_tables SET traits = ? WHERE name = ?');
  const indexNames = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL").pluck();
  const columnNames = connection.prepare('SELECT name FROM pragma_table_info(?)').pluck();
  const indexesOf = (name: string) => indexNames.all(name) as string[];

  /** Records the kinds of value in the documents already there; reads the table whole, once per change of indexes. */
  const survey = (table: KnownTable): void => {
    for (const { lwt, body } of connection.prepare(`SELECT lwt, ${BODY} AS body FROM ${quoteName(table.name)}`).iterate() as IterableIterator<{ lwt: number; body: Buffer }>) {
      const news = table.fields.news(parseBody<object>(body), lwt);
      if (news) table.fields.add(news);
    }
  };

  /** What is in the table stays as it is: no document is read. */
  const addMarks = connection.transaction((name: string): void => {
    for (const ddl of markDdl(name)) connection.exec(ddl);
  });

  const wantedFor = (table: KnownTable) => indexDdl(table.name, table, allOf(table.indexes));

  /** In pieces: SQLite keeps in memory what a statement overwrites, until its end. */
  const fillColumns = (name: string, fill: string): void => {
    const last = Number(connection.prepare(`SELECT max(number) FROM ${quoteName(name)}`).pluck().get());
    const statement = connection.prepare(fill);
    for (let from = 0; from < last; from += FILLED_AT_ONCE) statement.run(from, from + FILLED_AT_ONCE);
  };

  /** Drops what is not asked for, or not any more in this form. */
  const makeIndexes = connection.transaction((table: KnownTable): void => {
    const wanted = wantedFor(table);
    const names = new Set([...wanted.map((index) => index.name), changesIndex(table.name)]);
    const there = indexesOf(table.name);
    for (const index of there) if (!names.has(index)) connection.exec(`DROP INDEX ${quoteName(index)}`);
    // A program of before columns takes away the indexes it does not know, and writes past the columns, which stay: they are believed with an index of theirs only.
    const trusted = new Set(wanted.filter((index) => there.includes(index.name)).flatMap((index) => index.fields));
    const present = columnNames.all(table.name) as string[];
    const { ddl: columns, fill } = columnDdl(table.name, present, trusted, table);
    for (const ddl of columns) connection.exec(ddl);
    if (fill !== undefined) fillColumns(table.name, fill);
    for (const { ddl } of wanted) connection.exec(ddl);
  });

  const create = connection.transaction((table: KnownTable): void => {
    const { name, primaryKey, indexes } = table;
    const isTaken = connection.prepare('SELECT 1 FROM sqlite_master WHERE name = ? COLLATE NOCASE').get(name);
    if (isTaken && !known.has(name)) throw new Error(`the name ${name} is taken by another table`);
    for (const ddl of tableDdl(name)) connection.exec(ddl);
    makeIndexes(table);
    survey(table);
    connection.prepare('INSERT OR REPLACE INTO store_tables (name, primary_key, declared, schema, traits) VALUES (?, ?, ?, ?, ?)')
      .run(name, primaryKey, JSON.stringify(indexes.declared), JSON.stringify(indexes.schema), table.fields.toJson());
  });

  return {
    define({ name, primaryKey = '_id', indexes }, source) {
      if (name === '' || RESERVED.test(name)) throw new RangeError(`not a name for a document table: ${name}`);
      const before = known.get(name);
      const present = before ? indexesOf(name) : [];
      if (present.includes(firstLayoutIndex(name))) addMarks.immediate(name);
      if (before && JSON.stringify(before.indexes[source]) === JSON.stringify(indexes)) {
        // Of an earlier version.
        if (wantedFor(before).some((index) => !present.includes(index.name))) makeIndexes.immediate(before);
        return;
      }
      if (before && before.primaryKey !== primaryKey) throw new Error(`the primary key of ${name} is ${before.primaryKey}`);
      const table = toTable(name, primaryKey, { declared: [], schema: [], ...before?.indexes, [source]: structuredClone(indexes) }, {});
      create.immediate(table);
      known.set(name, table);
    },
    need(name) {
      const table = known.get(name);
      if (!table) throw new Error(`no document table ${name}`);
      return table;
    },
    find: (name) => known.get(name),
    drop(name) {
      connection.transaction(() => {
        connection.exec(`DROP TABLE IF EXISTS ${quoteName(name)}`);
        connection.prepare('DELETE FROM store_tables WHERE name = ?').run(name);
        connection.prepare('DELETE FROM store_attachments WHERE owner = ?').run(name);
      }).immediate();
      known.delete(name);
    },
    saveTraits(table, news) { saveTraits.run(table.fields.toJson(news), table.name); },
    greatestLwt() {
      let greatest = 0;
      for (const { name } of known.values()) {
        const lwt = connection.prepare(`SELECT max(lwt) FROM ${quoteName(name)}`).pluck().get() as number | null;
        greatest = Math.max(greatest, lwt ?? 0);
      }
      return greatest;
    },
  };
}
