import { BODIES, BODY } from '../document-body.ts';
import { quoteName } from '../document-table.ts';
import type { KnownTable } from '../table-registry.ts';
import { trackedFieldNames } from '../tracked-fields.ts';
import type { SqlValue } from '../types.ts';
import { unknownFields } from './learn-fields.ts';
import { shapeOf } from './query-shape.ts';
import type { QueryShape, SortPart } from './query-shape.ts';
import { fieldsOf, pinnedFields, selectorToSql } from './selector-to-sql.ts';
import type { SelectorContext } from './field-condition.ts';
import { sortToSql } from './sort-to-sql.ts';

/** How SQLite is asked: all that follows from the shape of a query and not from its values. */
export interface QueryPlan {
  /** What stands after FROM, a sort included. */
  from: string;
  /** Whether no index leads to the documents, so that SQLite must look at all of them. */
  readsAll: boolean;
  /**
   * The bodies of a page of at most so many documents, as one list or as rows; takes how many to leave out in front. The order is settled with nothing but numbers of
   * rows in hand: bodies are read of those alone that are wanted.
   */
  page: (limit: number) => PageText;
  /** Whether SQLite finds just the documents the selector accepts, and none besides. */
  isExact: boolean;
  /** Whether it gives them in the order asked for. */
  isOrdered: boolean;
  /** Fields SQLite could do more with if it knew what kinds of value they hold. */
  unknown: readonly string[];
}

export interface PageText { text: string; isList: boolean }
export interface PlannedQuery { plan: QueryPlan; values: SqlValue[] }

/** A plan kept for queries of its shape, and which of their values SQLite is given. */
interface KeptPlan {
  plan: QueryPlan;
  bound: readonly number[];
  /** What was known of the fields when it was made. */
  traits: ReadonlyMap<string, number | undefined>;
}

/** Documents read as one list; more would be too long a text. */
export const ONE_LIST = 500;
/** Shapes kept of a table: screens ask a few dozen. */
const KEPT_SHAPES = 200;
const keptByTable = new WeakMap<KnownTable, Map<string, KeptPlan>>();

/** Plans a query, sorted where `sort` is given, or takes the plan of an earlier one of the same shape. */
export function planQuery(table: KnownTable, selector: unknown, sort: readonly SortPart[] | undefined): PlannedQuery {
  const shape = shapeOf(selector, sort);
  if (!shape) return newPlan(table, selector, sort);
  let byShape = keptByTable.get(table);
  if (!byShape) keptByTable.set(table, byShape = new Map());
  let kept = byShape.get(shape.key);
  if (!kept || !isStillSo(kept, table)) {
    if (byShape.size >= KEPT_SHAPES) byShape.clear();
    byShape.set(shape.key, kept = planToKeep(table, selector, sort, shape));
  }
  return { plan: kept.plan, values: kept.bound.map((at) => shape.values[at] as SqlValue) };
}

function isStillSo({ traits }: KeptPlan, { fields }: KnownTable): boolean {
  for (const [field, known] of traits) if (fields.traitsOf(field) !== known) return false;
  return true;
}

const fieldsSorted = (sort: readonly SortPart[] = []): string[] => sort.flatMap((part) => Object.keys(part));
const contextOf = ({ primaryKey, columns, fields }: KnownTable): SelectorContext => ({ primaryKey, columns, traitsOf: (field) => fields.traitsOf(field) });

function newPlan(table: KnownTable, selector: unknown, sort: readonly SortPart[] | undefined): PlannedQuery {
  const context = contextOf(table);
  const where = selectorToSql(selector, context);
  const pinned = pinnedFields(selector, context);
  const order = sort && sortToSql(sort, pinned, context);
  const asked = fieldsOf(selector);
  const sorted = fieldsSorted(sort);
  const leading = order === undefined ? [] : sorted.filter((field) => !pinned.has(field)).slice(0, 1);
  const readsAll = !isIndexed(table, [...asked, ...leading]);
  const name = quoteName(table.name);
  const from = `${name}${readsAll ? ' NOT INDEXED' : ''} WHERE ${where.sql}${order === undefined ? '' : ` ORDER BY ${order}`}`;
  const unknown = unknownFields(table, [...asked, ...sorted]);
  return { plan: { from, readsAll, page: pageOf(name, from), isExact: where.isExact, isOrdered: order !== undefined, unknown }, values: where.values };
}

/** The limit is part of the text: SQLite plans a statement anew whenever a value is bound to its LIMIT. The text last asked for is kept. */
function pageOf(name: string, from: string): QueryPlan['page'] {
  let kept: (PageText & { limit: number }) | undefined;
  return (limit) => {
    if (kept?.limit === limit) return kept;
    const isList = limit <= ONE_LIST;
    const most = limit === Infinity ? -1 : limit;
    return kept = { limit, isList, text: `SELECT ${isList ? BODIES : BODY} FROM (SELECT number AS found FROM ${from} LIMIT ${most} OFFSET ?) CROSS JOIN ${name} ON number = found` };
  };
}

/** Each comparison takes its value or none: those taken are found by their number in a query of the same shape. */
function planToKeep(table: KnownTable, selector: unknown, sort: readonly SortPart[] | undefined, shape: QueryShape): KeptPlan {
  const { plan, values } = newPlan(table, selector, sort);
  const comparisons = Object.entries(selector as Readonly<Record<string, object>>)
    .flatMap(([field, operators]) => Object.entries(operators).map(([operator, value]: [string, unknown]) => ({ [field]: { [operator]: value } })));
  const context = contextOf(table);
  const bound = comparisons.flatMap((comparison, at) => (selectorToSql(comparison, context).values.length === 0 ? [] : [at]));
  if (bound.length !== values.length || bound.some((at, n) => shape.values[at] !== values[n])) throw new Error('values of a query in another order than its comparisons');
  const fields = [...fieldsOf(selector), ...fieldsSorted(sort)];
  return { plan, bound, traits: new Map(fields.map((field) => [field, table.fields.traitsOf(field)])) };
}

/** Whether an index can help; else the one index all share (on `deleted`) would only lead criss-cross through the file. */
function isIndexed({ primaryKey, indexes }: KnownTable, fields: readonly string[]): boolean {
  const indexed = new Set(trackedFieldNames(primaryKey, [...indexes.declared, ...indexes.schema]));
  return fields.some((field) => indexed.has(field));
}
