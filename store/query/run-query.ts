import { getQueryMatcher, getSortComparator } from 'rxdb/plugins/core';
import type { FilledMangoQuery, RxDocumentData, RxJsonSchema } from 'rxdb/plugins/core';
import { BODY, parseBodies, parseBody } from '../document-body.ts';
import { quoteName } from '../document-table.ts';
import type { StatementCache } from '../sql-runner.ts';
import type { KnownTable } from '../table-registry.ts';
import type { SqlValue } from '../types.ts';
import { guessPage } from './guess-page.ts';
import { learnFields, unknownFields } from './learn-fields.ts';
import { ONE_LIST, planQuery } from './plan-query.ts';
import type { PlannedQuery, QueryPlan } from './plan-query.ts';
import type { SortPart } from './query-shape.ts';

export interface QuerySource<T> { cache: StatementCache; table: KnownTable; schema: RxJsonSchema<RxDocumentData<T>> }
type Rows = IterableIterator<Buffer>;
type Comparator<T> = (a: RxDocumentData<T>, b: RxDocumentData<T>) => number | undefined;

/** Documents JavaScript looks at before it is worth while to learn what SQLite needs to know to do it. */
const ENOUGH = 100;

/** Documents a query finds, in its order: as much as possible by SQLite, the rest by RxDB's own matcher and comparator. */
export function runQuery<T>(source: QuerySource<T>, query: FilledMangoQuery<T>): RxDocumentData<T>[] {
  const { skip = 0, limit = Infinity, selector } = query;
  const sort = query.sort as readonly SortPart[];
  const guess = (unknown: readonly string[]): RxDocumentData<T>[] | undefined => {
    const bodies = skip === 0 && limit > 0 && limit <= ONE_LIST && isWhole(limit) ? guessPage(source.cache, source.table, unknown, { selector, sort, limit }) : undefined;
    return bodies && parseBodies(bodies);
  };
  return learning(source, selector, sort, ({ plan, values }, most) => (
    plan.isExact && plan.isOrdered && isWhole(limit) ? readPage(source, plan, values, limit, skip) : findByHand(source, query, { plan, values }, most)
  ), guess);
}

/** How many documents a selector accepts. */
export function runCount<T>(source: QuerySource<T>, query: FilledMangoQuery<T>): number {
  return learning(source, query.selector, undefined, ({ plan, values }, most) => (
    plan.isExact ? source.cache.prepare(`SELECT count(*) FROM ${plan.from}`).pluck().get(...values) as number : countByHand(source, query, { plan, values }, most)
  ));
}

/** Whether a question that looks at every document would give up. */
const isLarge = (cache: StatementCache, { name }: KnownTable): boolean => cache.prepare(`SELECT 1 FROM ${quoteName(name)} NOT INDEXED LIMIT 1 OFFSET ${ENOUGH}`).get() !== undefined;

/**
 * Asks `ask`, which gives up (`undefined`) after so many documents; then has the fields learned, and asks again. Where it would give up for certain it is not asked in vain, and
 * `guess` may know the answer without.
 */
function learning<T, R>(
  { cache, table }: QuerySource<T>, selector: unknown, sort: readonly SortPart[] | undefined, ask: (planned: PlannedQuery, most: number) => R | undefined,
  guess?: (unknown: readonly string[]) => R | undefined,
): R {
  const planned = planQuery(table, selector, sort);
  // Inside a commit nothing is learned: of documents that are taken back after all, later ones may be other kinds.
  const unknown = cache.inTransaction ? [] : unknownFields(table, planned.plan.unknown);
  if (unknown.length === 0 || !planned.plan.readsAll || !isLarge(cache, table)) {
    const answer = ask(planned, unknown.length > 0 ? ENOUGH : Infinity);
    if (answer !== undefined) return answer;
  } else {
    const answer = guess?.(unknown);
    if (answer !== undefined) return answer;
  }
  learnFields(cache, table, unknown);
  return ask(planQuery(table, selector, sort), Infinity) as R;
}

/** A limit of SQLite's. */
const isWhole = (limit: number): boolean => Number.isSafeInteger(limit) || limit === Infinity;

function readPage<T>({ cache }: QuerySource<T>, { page }: QueryPlan, values: readonly SqlValue[], limit: number, skip: number): RxDocumentData<T>[] {
  const { text, isList } = page(limit);
  const statement = cache.prepare(text).pluck();
  if (isList) return parseBodies(statement.get(...values, skip) as Buffer);
  return (statement.all(...values, skip) as Buffer[]).map((body) => parseBody(body));
}

function findByHand<T>({ cache, table, schema }: QuerySource<T>, query: FilledMangoQuery<T>, { plan, values }: PlannedQuery, most: number): RxDocumentData<T>[] | undefined {
  const { skip = 0, limit = Infinity } = query;
  const end = skip + limit;
  const matches = plan.isExact ? () => true : getQueryMatcher(schema, query);
  const found: RxDocumentData<T>[] = [];
  let seen = 0;
  for (const body of cache.prepare(`SELECT ${BODY} FROM ${plan.from}`).pluck().iterate(...values) as Rows) {
    if (plan.isOrdered && found.length >= end) break;
    if ((seen += 1) > most) return undefined;
    const document = parseBody<RxDocumentData<T>>(body);
    if (matches(document)) found.push(document);
  }
  if (!plan.isOrdered) sortFound(found, getSortComparator(schema, query) as Comparator<T>, table.primaryKey);
  return found.slice(skip, end);
}

/** RxDB's comparator calls a list equal to its least element and stops there; the id then decides, not the order of storage. */
function sortFound<T>(found: RxDocumentData<T>[], compare: Comparator<T>, primaryKey: string): void {
  const idOf = (document: RxDocumentData<T>): string => String((document as Record<string, unknown>)[primaryKey]);
  found.sort((a, b) => compare(a, b) || (idOf(a) < idOf(b) ? -1 : 1));
}

function countByHand<T>({ cache, schema }: QuerySource<T>, query: FilledMangoQuery<T>, { plan, values }: PlannedQuery, most: number): number | undefined {
  const matches = getQueryMatcher(schema, query);
  let count = 0;
  let seen = 0;
  for (const body of cache.prepare(`SELECT ${BODY} FROM ${plan.from}`).pluck().iterate(...values) as Rows) {
    if ((seen += 1) > most) return undefined;
    if (matches(parseBody(body))) count += 1;
  }
  return count;
}
