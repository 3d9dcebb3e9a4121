import { createRequire } from 'node:module';
import { compileSelector } from './compile-selector.ts';
import type { Selector } from './compile-selector.ts';

const { matchesSelector } = createRequire(import.meta.url)('pouchdb-selector-core') as { matchesSelector(document: Record<string, unknown>, selector: Record<string, unknown>): boolean };

/** Operators that may come over the wire. `$regex` is left out: a pattern from a stranger can stop the process. */
const operators = new Set(['$and', '$or', '$nor', '$not', '$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$exists', '$in', '$nin', '$all', '$size', '$type', '$mod', '$elemMatch', '$allMatch']);
const MAX_DEPTH = 12;
/** They stand around selectors; inside a field PouchDB evaluates them wrongly, so that it would leave out what fits. */
const combinations = new Set(['$and', '$or', '$nor', '$not']);

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
/** What the operators need that cannot be evaluated with anything else. */
const operands: Readonly<Record<string, (value: unknown) => boolean>> = {
  $in: Array.isArray, $nin: Array.isArray, $all: Array.isArray, $size: Number.isInteger, $elemMatch: isObject, $allMatch: isObject,
  $mod: (value) => Array.isArray(value) && value.length === 2 && value.every(Number.isInteger) && value[0] !== 0,
};

export type { Selector } from './compile-selector.ts';
const compiled = new WeakMap<Selector, ReturnType<typeof compileSelector>>();

/** Why a selector from the wire is not taken; `undefined` when it is. */
export function selectorFault(selector: unknown, depth = 0, isOfField = false): string | undefined {
  if (depth > MAX_DEPTH) return 'selector is nested too deeply';
  if (depth === 0 && (typeof selector !== 'object' || selector === null || Array.isArray(selector))) return 'selector must be an object';
  if (typeof selector !== 'object' || selector === null) return undefined;
  for (const [key, value] of Object.entries(selector)) {
    if (key === '__proto__') return 'unknown field';
    if (key.startsWith('$') && !operators.has(key)) return `operator ${key.slice(0, 20)} is not offered`;
    if (isOfField && combinations.has(key)) return `operator ${key} is offered around fields only`;
    if ((key === '$and' || key === '$or' || key === '$nor') && !(Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null))) return `${key} needs a list of selectors`;
    if (Object.hasOwn(operands, key) && operands[key]?.(value) !== true) return `${key} cannot be evaluated with this`;
    const fault = selectorFault(value, depth + 1, !key.startsWith('$'));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** True when the document fits. Call `selectorFault` first: what PouchDB cannot evaluate fits nothing. */
export function fitsSelector(document: Record<string, unknown>, selector: Selector): boolean {
  if (!compiled.has(selector)) compiled.set(selector, compileSelector(selector));
  const quick = compiled.get(selector);
  if (quick) return quick(document);
  try { return matchesSelector(document, selector); } catch { return false; }
}
