import { getQueryMatcher, getSortComparator } from 'rxdb/plugins/core';
import type { FilledMangoQuery, RxDocumentData, RxJsonSchema } from 'rxdb/plugins/core';
import { BODIES, BODY, parseBodies, parseBody } from '../document-body.ts';
import type { StatementCache } from '../sql-runner.ts';
import type { KnownTable } from '../table-registry.ts';
import type { SqlValue } from '../types.ts';
import { learnFields, unknownFields } from './learn-fields.ts';
import { planQuery } from './plan-query.ts';
import type { PlannedQuery, QueryPlan } from './plan-query.ts';
import type { SortPart } from './query-shape.ts';

export interface QuerySource<T> { cache: StatementCache; table: KnownTable; schema: RxJsonSchema<RxDocumentData<T>> }
type Rows = IterableIterator<Buffer>;
type Comparator<T> = (a: RxDocumentData<T>, b: RxDocumentData<T>) => number | undefined;

/** Documents JavaScript looks at before it is worth while to learn what SQLite needs to know to do it. */
const ENOUGH = 100;
/** Documents read as one list; more would be too long a text. */
const ONE_LIST = 500;

/** Documents a query finds, in its order: as much as possible by SQLite, the rest by RxDB's own matcher and comparator. */
export function runQuery<T>(source: QuerySource<T>, query: FilledMangoQuery<T>): RxDocumentData<T>[] {
  const { skip = 0, limit = Infinity } = query;
  return learning(source, query.selector, query.sort as readonly SortPart[], ({ plan, values }, most) => (
    plan.isExact && plan.isOrdered ? readPage(source, plan, values, limit, skip) : findByHand(source, query, { plan, values }, most)
  ));
}

/** How many documents a selector accepts. */
export function runCount<T>(source: QuerySource<T>, query: FilledMangoQuery<T>): number {
  return learning(source, query.selector, undefined, ({ plan, values }, most) => (
    plan.isExact ? source.cache.prepare(`SELECT count(*) FROM ${plan.from}`).pluck().get(...values) as number : countByHand(source, query, { plan, values }, most)
  ));
}

/** Asks `ask`, which gives up (`undefined`) after so many documents; then has the fields learned, and asks again. */
function learning<T, R>({ cache, table }: QuerySource<T>, selector: unknown, sort: readonly SortPart[] | undefined, ask: (planned: PlannedQuery, most: number) => R | undefined): R {
  const planned = planQuery(table, selector, sort);
  const unknown = unknownFields(table, planned.plan.unknown);
  const answer = ask(planned, unknown.length > 0 ? ENOUGH : Infinity);
  if (answer !== undefined) return answer;
  learnFields(cache, table, unknown);
  return ask(planQuery(table, selector, sort), Infinity) as R;
}

function readPage<T>({ cache }: QuerySource<T>, { fromPage }: QueryPlan, values: readonly SqlValue[], limit: number, skip: number): RxDocumentData<T>[] {
  if (limit <= ONE_LIST) return parseBodies(cache.prepare(`SELECT ${BODIES} FROM ${fromPage}`).pluck().get(...values, limit, skip) as Buffer);
  const bodies = cache.prepare(`SELECT ${BODY} FROM ${fromPage}`).pluck().all(...values, limit === Infinity ? -1 : limit, skip) as Buffer[];
  return bodies.map((body) => parseBody(body));
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
