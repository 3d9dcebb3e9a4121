import { getQueryMatcher, getSortComparator } from 'rxdb/plugins/core';
import type { FilledMangoQuery, RxDocumentData, RxJsonSchema } from 'rxdb/plugins/core';
import { BODY, parseBody } from '../document-body.ts';
import { quoteName } from '../document-table.ts';
import type { StatementCache } from '../sql-runner.ts';
import type { KnownTable } from '../table-registry.ts';
import { trackedFieldNames } from '../tracked-fields.ts';
import { learnFields, unknownFields } from './learn-fields.ts';
import { fieldsOf, pinnedFields, selectorToSql } from './selector-to-sql.ts';
import type { SelectorContext } from './selector-to-sql.ts';
import { sortToSql } from './sort-to-sql.ts';

export interface QuerySource<T> { cache: StatementCache; table: KnownTable; schema: RxJsonSchema<RxDocumentData<T>> }
type Rows = IterableIterator<Buffer>;
type SortPart = Readonly<Record<string, 'asc' | 'desc'>>;

/** Documents JavaScript looks at before it is worth while to learn what SQLite needs to know to do it. */
const ENOUGH = 500;

const contextOf = (table: KnownTable): SelectorContext => ({ primaryKey: table.primaryKey, traitsOf: (field) => table.fields.traitsOf(field) });

/** Asks `ask`, which gives up (`undefined`) after so many documents; then has the fields learned, and asks again. */
function learning<R>({ cache, table }: QuerySource<never>, names: readonly string[], ask: (most: number) => R | undefined): R {
  const unknown = unknownFields(table, names);
  const answer = ask(unknown.length > 0 ? ENOUGH : Infinity);
  if (answer !== undefined) return answer;
  learnFields(cache, table, unknown);
  return ask(Infinity) as R;
}

/** Documents a query finds, in its order: as much as possible by SQLite, the rest by RxDB's own matcher and comparator. */
export function runQuery<T>(source: QuerySource<T>, query: FilledMangoQuery<T>): RxDocumentData<T>[] {
  const fields = [...fieldsOf(query.selector), ...sortOf(query).flatMap((part) => Object.keys(part))];
  return learning(source as unknown as QuerySource<never>, fields, (most) => tryQuery(source, query, most));
}

const sortOf = <T>(query: FilledMangoQuery<T>): readonly SortPart[] => query.sort as readonly SortPart[];

function tryQuery<T>({ cache, table, schema }: QuerySource<T>, query: FilledMangoQuery<T>, most: number): RxDocumentData<T>[] | undefined {
  const { skip = 0, limit = Infinity } = query;
  const end = skip + limit;
  const context = contextOf(table);
  const where = selectorToSql(query.selector, context);
  const pinned = pinnedFields(query.selector, context);
  const order = sortToSql(sortOf(query), pinned, context);
  const leading = order === undefined ? [] : sortOf(query).flatMap((part) => Object.keys(part)).filter((field) => !pinned.has(field)).slice(0, 1);
  const select = `SELECT ${BODY} FROM ${tableFor(table, [...fieldsOf(query.selector), ...leading])} WHERE ${where.sql}${order ? ` ORDER BY ${order}` : ''}`;
  const parse = (body: Buffer): RxDocumentData<T> => parseBody(body);

  if (where.isExact && order) {
    const page = cache.prepare(`${select} LIMIT ? OFFSET ?`).pluck();
    return (page.all(...where.values, limit === Infinity ? -1 : limit, skip) as Buffer[]).map(parse);
  }
  const matches = where.isExact ? () => true : getQueryMatcher(schema, query);
  const found: RxDocumentData<T>[] = [];
  let seen = 0;
  for (const body of cache.prepare(select).pluck().iterate(...where.values) as Rows) {
    if (order && found.length >= end) break;
    if ((seen += 1) > most) return undefined;
    const document = parse(body);
    if (matches(document)) found.push(document);
  }
  if (!order) sortFound(found, getSortComparator(schema, query) as Comparator<T>, table.primaryKey);
  return found.slice(skip, end);
}

/** Where no index can help, the one index all share (on `deleted`) would only lead criss-cross through the file. */
function tableFor({ name, primaryKey, indexes }: KnownTable, fields: readonly string[]): string {
  const indexed = new Set(trackedFieldNames(primaryKey, [...indexes.declared, ...indexes.schema]));
  return `${quoteName(name)}${fields.some((field) => indexed.has(field)) ? '' : ' NOT INDEXED'}`;
}

type Comparator<T> = (a: RxDocumentData<T>, b: RxDocumentData<T>) => number | undefined;

/** RxDB's comparator calls a list equal to its least element and stops there; the id then decides, not the order of storage. */
function sortFound<T>(found: RxDocumentData<T>[], compare: Comparator<T>, primaryKey: string): void {
  const idOf = (document: RxDocumentData<T>): string => String((document as Record<string, unknown>)[primaryKey]);
  found.sort((a, b) => compare(a, b) || (idOf(a) < idOf(b) ? -1 : 1));
}

/** How many documents a selector accepts. */
export function runCount<T>(source: QuerySource<T>, query: FilledMangoQuery<T>): number {
  return learning(source as unknown as QuerySource<never>, fieldsOf(query.selector), (most) => tryCount(source, query, most));
}

function tryCount<T>({ cache, table, schema }: QuerySource<T>, query: FilledMangoQuery<T>, most: number): number | undefined {
  const where = selectorToSql(query.selector, contextOf(table));
  const from = `FROM ${tableFor(table, fieldsOf(query.selector))} WHERE ${where.sql}`;
  if (where.isExact) return cache.prepare(`SELECT count(*) ${from}`).pluck().get(...where.values) as number;
  const matches = getQueryMatcher(schema, query);
  let count = 0;
  let seen = 0;
  for (const body of cache.prepare(`SELECT ${BODY} ${from}`).pluck().iterate(...where.values) as Rows) {
    if ((seen += 1) > most) return undefined;
    if (matches(parseBody(body))) count += 1;
  }
  return count;
}
