import { getQueryMatcher, getSortComparator } from 'rxdb/plugins/core';
import type { FilledMangoQuery, RxDocumentData, RxJsonSchema } from 'rxdb/plugins/core';
import { quoteName } from '../document-table.ts';
import type { StatementCache } from '../sql-runner.ts';
import type { KnownTable } from '../table-registry.ts';
import { pinnedFields, selectorToSql } from './selector-to-sql.ts';
import type { SelectorContext } from './selector-to-sql.ts';
import { sortToSql } from './sort-to-sql.ts';

export interface QuerySource<T> { cache: StatementCache; table: KnownTable; schema: RxJsonSchema<RxDocumentData<T>> }
type Rows = IterableIterator<string>;

const contextOf = (table: KnownTable): SelectorContext => ({ primaryKey: table.primaryKey, traitsOf: (field) => table.fields.traitsOf(field) });

/** Documents a query finds, in its order: as much as possible by SQLite, the rest by RxDB's own matcher and comparator. */
export function runQuery<T>({ cache, table, schema }: QuerySource<T>, query: FilledMangoQuery<T>): RxDocumentData<T>[] {
  const { skip = 0, limit = Infinity } = query;
  const end = skip + limit;
  const context = contextOf(table);
  const where = selectorToSql(query.selector, context);
  const order = sortToSql(query.sort as readonly Record<string, 'asc' | 'desc'>[], pinnedFields(query.selector, context), context);
  const select = `SELECT body FROM ${quoteName(table.name)} WHERE ${where.sql}${order ? ` ORDER BY ${order}` : ''}`;
  const parse = (body: string): RxDocumentData<T> => JSON.parse(body) as RxDocumentData<T>;

  if (where.isExact && order) {
    const page = cache.prepare(`${select} LIMIT ? OFFSET ?`).pluck();
    return (page.all(...where.values, limit === Infinity ? -1 : limit, skip) as string[]).map(parse);
  }
  const matches = where.isExact ? () => true : getQueryMatcher(schema, query);
  const found: RxDocumentData<T>[] = [];
  for (const body of cache.prepare(select).pluck().iterate(...where.values) as Rows) {
    if (order && found.length >= end) break;
    const document = parse(body);
    if (matches(document)) found.push(document);
  }
  if (!order) sortFound(found, getSortComparator(schema, query) as Comparator<T>, table.primaryKey);
  return found.slice(skip, end);
}

type Comparator<T> = (a: RxDocumentData<T>, b: RxDocumentData<T>) => number | undefined;

/** RxDB's comparator calls a list equal to its least element and stops there; the id then decides, not the order of storage. */
function sortFound<T>(found: RxDocumentData<T>[], compare: Comparator<T>, primaryKey: string): void {
  const idOf = (document: RxDocumentData<T>): string => String((document as Record<string, unknown>)[primaryKey]);
  found.sort((a, b) => compare(a, b) || (idOf(a) < idOf(b) ? -1 : 1));
}

/** How many documents a selector accepts. */
export function runCount<T>({ cache, table, schema }: QuerySource<T>, query: FilledMangoQuery<T>): number {
  const where = selectorToSql(query.selector, contextOf(table));
  const from = `FROM ${quoteName(table.name)} WHERE ${where.sql}`;
  if (where.isExact) return cache.prepare(`SELECT count(*) ${from}`).pluck().get(...where.values) as number;
  const matches = getQueryMatcher(schema, query);
  let count = 0;
  for (const body of cache.prepare(`SELECT body ${from}`).pluck().iterate(...where.values) as Rows) {
    if (matches(JSON.parse(body) as RxDocumentData<T>)) count += 1;
  }
  return count;
}
