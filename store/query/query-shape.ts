import { isPlainField } from '../document-table.ts';
import type { SqlValue } from '../types.ts';
import { isPlainNumber } from './field-traits.ts';
import { comparesAlike } from './field-condition.ts';

export type SortPart = Readonly<Record<string, 'asc' | 'desc'>>;

/** What two queries have in common that differ in nothing but values, and the values of this one, in their order. */
export interface QueryShape { key: string; values: SqlValue[] }

/** Operators with one value, of whose SQL nothing but the kind of this value decides. */
const SHAPED = new Set(['$eq', '$ne', '$gt', '$gte', '$lt', '$lte']);

/** The shape of a query that compares fields with single values; `undefined` for any other. */
export function shapeOf(selector: unknown, sort: readonly SortPart[] | undefined): QueryShape | undefined {
  let key = sort ? 'find' : 'count';
  const values: SqlValue[] = [];
  for (const [field, operators] of Object.entries(selector as Readonly<Record<string, unknown>>)) {
    if (!isPlainField(field) || typeof operators !== 'object' || operators === null || Object.getPrototypeOf(operators) !== Object.prototype) return undefined;
    key += ` ${field}`;
    for (const [operator, value] of Object.entries(operators as Readonly<Record<string, unknown>>)) {
      const kind = SHAPED.has(operator) ? kindOf(value) : undefined;
      if (kind === undefined) return undefined;
      key += `${operator}${kind}`;
      values.push(value as SqlValue);
    }
  }
  for (const [field, direction] of (sort ?? []).flatMap((part) => Object.entries(part))) {
    if (!isPlainField(field)) return undefined;
    key += ` ${field}>${direction}`;
  }
  return { key, values };
}

function kindOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string': return comparesAlike(value) ? 't' : value.isWellFormed() ? 'T' : undefined;
    case 'number': return isPlainNumber(value) ? 'n' : undefined;
    case 'boolean': return value ? '1' : '0';
    default: return value === null ? '-' : undefined;
  }
}
