import { equals, isOperatorObject, operatorToSql, queriedField } from './field-condition.ts';
import type { SelectorContext } from './field-condition.ts';
import { allOf, ANYTHING, anyOf, notThat } from './sql-condition.ts';
import type { SqlCondition } from './sql-condition.ts';

/**
 * A Mango selector as SQL, exact where SQLite provably answers as RxDB's own matcher does (see `TRAIT`), else a condition that
 * lets through too much rather than too little.
 */
export function selectorToSql(selector: unknown, context: SelectorContext): SqlCondition {
  if (typeof selector !== 'object' || selector === null) return ANYTHING;
  return allOf(Object.entries(selector).map(([key, value]) => partToSql(key, value, context)));
}

/** Fields a selector speaks of, wherever in it. */
export function fieldsOf(selector: unknown): string[] {
  if (typeof selector !== 'object' || selector === null) return [];
  return Object.entries(selector).flatMap(([key, value]) => {
    if (!key.startsWith('$')) return [key];
    return Array.isArray(value) ? value.flatMap(fieldsOf) : [];
  });
}

function partToSql(key: string, value: unknown, context: SelectorContext): SqlCondition {
  const branches = (): SqlCondition[] => (Array.isArray(value) ? value.map((branch) => selectorToSql(branch, context)) : [ANYTHING]);
  switch (key) {
    case '$and': return allOf(branches());
    case '$or': return anyOf(branches());
    case '$nor': return notThat(anyOf(branches()));
  }
  if (key.startsWith('$')) return ANYTHING;
  const field = queriedField(key, context);
  if (!field) return ANYTHING;
  if (typeof value !== 'object' || value === null) return equals(field, value);
  if (!isOperatorObject(value)) return ANYTHING;
  return allOf(Object.entries(value).map(([operator, of]) => operatorToSql(field, operator, of)));
}

/** Fields of which every document found holds the same value, so that sorting by them says nothing. */
export function pinnedFields(selector: unknown, context: SelectorContext): Set<string> {
  const pinned = new Set<string>();
  if (typeof selector !== 'object' || selector === null) return pinned;
  for (const [key, of] of Object.entries(selector)) {
    const value: unknown = isOperatorObject(of) ? of.$eq : of;
    const field = key.startsWith('$') ? undefined : queriedField(key, context);
    if (field && value !== null && value !== undefined && equals(field, value).isExact) pinned.add(key);
  }
  return pinned;
}
