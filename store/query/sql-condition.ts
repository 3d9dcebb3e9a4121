import type { SqlValue } from '../types.ts';

/**
 * A SQL condition standing for a selector. It is true for every document the selector accepts; where `isExact`, for no
 * other. It may be NULL where the selector says no.
 */
export interface SqlCondition { sql: string; values: SqlValue[]; isExact: boolean }

/** Says nothing: every document must be looked at. */
export const ANYTHING: SqlCondition = { sql: '1', values: [], isExact: false };
export const ALWAYS: SqlCondition = { sql: '1', values: [], isExact: true };
export const NEVER: SqlCondition = { sql: '0', values: [], isExact: true };

const joined = (conditions: readonly SqlCondition[], operator: 'AND' | 'OR'): SqlCondition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(` ${operator} `),
  values: conditions.flatMap(({ values }) => values),
  isExact: conditions.every(({ isExact }) => isExact),
});

export function allOf(conditions: readonly SqlCondition[]): SqlCondition {
  const isExact = conditions.every((condition) => condition.isExact);
  const telling = conditions.filter(({ sql }) => sql !== '1');
  if (telling.length === 0) return { ...ALWAYS, isExact };
  return { ...joined(telling, 'AND'), isExact };
}

export function anyOf(conditions: readonly SqlCondition[]): SqlCondition {
  if (conditions.length === 0) return NEVER;
  const isExact = conditions.every((condition) => condition.isExact);
  if (conditions.some(({ sql }) => sql === '1')) return { ...ALWAYS, isExact };
  return joined(conditions, 'OR');
}

/** Only an exact condition can be turned round. */
export function notThat(condition: SqlCondition): SqlCondition {
  return condition.isExact ? { sql: `(${condition.sql}) IS NOT TRUE`, values: condition.values, isExact: true } : ANYTHING;
}
