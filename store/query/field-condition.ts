import { fieldExpression, isPlainField, jsonPath } from '../document-table.ts';
import type { FieldPlaces } from '../document-table.ts';
import { DOCUMENT_TIME } from '../tracked-fields.ts';
import { isPlainNumber, TRAIT } from './field-traits.ts';
import { allOf, ALWAYS, ANYTHING, anyOf, NEVER, notThat } from './sql-condition.ts';
import type { SqlCondition } from './sql-condition.ts';

/** What is known of one field of a selector. */
export interface QueriedField {
  name: string;
  /** SQL that reads it. */
  expression: string;
  /** Kinds of value it may hold. */
  traits: number;
  /** False where nothing is recorded: then a list may hide the value searched for. */
  isTracked: boolean;
}

/** Above this many values a list is passed as one JSON parameter. */
const INLINE_VALUES = 20;
/** Text of these characters compares alike as UTF-8 and as UTF-16 with any text whatever. */
const BELOW_SURROGATES = /^[\u0001-\ud7ff]*$/;
export const comparesAlike = (text: string): boolean => BELOW_SURROGATES.test(text);
const ANY_TEXT = TRAIT.text | TRAIT.astralText;
const ANY_NUMBER = TRAIT.number | TRAIT.oddNumber | TRAIT.boolean;
const EVERY_TRAIT = Object.values(TRAIT).reduce((all, trait) => all | trait, 0);

/** Where fields are, and what is known of the kinds of value they hold. */
export interface SelectorContext extends FieldPlaces { traitsOf: (field: string) => number | undefined }

export function queriedField(name: string, context: SelectorContext): QueriedField | undefined {
  const { primaryKey, traitsOf } = context;
  if (name === '_deleted') return { name, expression: 'deleted', traits: TRAIT.boolean, isTracked: true };
  if (name === DOCUMENT_TIME) return ((traitsOf(name) ?? 0) & TRAIT.ownTime) === 0 ? { name, expression: 'lwt', traits: TRAIT.number, isTracked: true } : undefined;
  if (name === primaryKey) return { name, expression: 'id', traits: ANY_TEXT, isTracked: true };
  if (!isPlainField(name) || name === '_rev') return undefined;
  const traits = traitsOf(name);
  if (traits === undefined && name.includes('.')) return undefined;
  return { name, expression: fieldExpression(name, context), traits: traits ?? EVERY_TRAIT, isTracked: traits !== undefined };
}

/** A column of its own has a type, and SQLite would convert a value of another type before comparing. */
function fitsColumn({ expression }: QueriedField, value: unknown): boolean {
  switch (expression) {
    case 'id': return typeof value === 'string';
    case 'lwt': return typeof value === 'number';
    case 'deleted': return typeof value === 'boolean';
    default: return true;
  }
}

/** Lists are searched by JavaScript; where one may be there, it is let through. */
function withLists(field: QueriedField, condition: SqlCondition): SqlCondition {
  if ((field.traits & TRAIT.array) === 0) return condition;
  if (field.isTracked) return ANYTHING;
  return { ...anyOf([condition, { sql: `json_type(body, ${jsonPath(field.name)}) = 'array'`, values: [], isExact: false }]), isExact: false };
}

export function equals(field: QueriedField, value: unknown): SqlCondition {
  const { expression, traits } = field;
  const unless = (disturbing: number): boolean => (traits & disturbing) === 0;
  if (value !== null && !fitsColumn(field, value)) return ANYTHING;
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) return ANYTHING;
      // An object is read as its JSON text, which may equal any text.
      return withLists(field, { sql: `${expression} = ?`, values: [value], isExact: unless(TRAIT.object) });
    case 'number':
      if (!isPlainNumber(value)) return ANYTHING;
      return withLists(field, { sql: `${expression} = ?`, values: [value], isExact: unless(TRAIT.boolean | TRAIT.oddNumber) });
    case 'boolean':
      return withLists(field, { sql: `${expression} = ${value ? 1 : 0}`, values: [], isExact: unless(TRAIT.number | TRAIT.oddNumber) });
    default:
      return value === null ? withLists(field, { sql: `${expression} IS NULL`, values: [], isExact: true }) : ANYTHING;
  }
}

function compares(field: QueriedField, operator: '<' | '<=' | '>' | '>=', value: unknown): SqlCondition {
  const { expression, traits } = field;
  const goesUp = operator.startsWith('>');
  if (!fitsColumn(field, value)) return ANYTHING;
  if (typeof value === 'string' && comparesAlike(value)) {
    // SQLite orders numbers before texts; the selector compares texts with texts only.
    const guard = !goesUp && (traits & ANY_NUMBER) !== 0 ? ` AND ${expression} >= ''` : '';
    return withLists(field, { sql: `${expression} ${operator} ?${guard}`, values: [value], isExact: (traits & TRAIT.object) === 0 });
  }
  if (typeof value === 'number' && isPlainNumber(value) && (traits & TRAIT.oddNumber) === 0) {
    const guard = goesUp && (traits & (ANY_TEXT | TRAIT.object)) !== 0 ? ` AND ${expression} < ''` : '';
    return withLists(field, { sql: `${expression} ${operator} ?${guard}`, values: [value], isExact: (traits & TRAIT.boolean) === 0 });
  }
  return ANYTHING;
}

function isIn(field: QueriedField, values: readonly unknown[]): SqlCondition {
  if (values.length === 0) return NEVER;
  if (values.length <= INLINE_VALUES) return anyOf(values.map((value) => equals(field, value)));
  if (!values.every((value) => typeof value === 'string' && value.isWellFormed() && fitsColumn(field, value))) return ANYTHING;
  const { isExact } = equals(field, '');
  return withLists(field, { sql: `${field.expression} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)], isExact });
}

/** Columns that no document is without. */
const ALWAYS_THERE = new Set(['id', 'deleted', 'lwt']);

function exists(field: QueriedField, isWanted: unknown): SqlCondition {
  if (field.name.includes('.') && field.expression !== 'lwt') return ANYTHING;
  const there: SqlCondition = ALWAYS_THERE.has(field.expression)
    ? ALWAYS
    : { sql: `json_type(body, ${jsonPath(field.name)}) IS NOT NULL`, values: [], isExact: true };
  return isWanted ? there : notThat(there);
}

/** One operator of mingo on one field; operators not listed are left to JavaScript. */
export function operatorToSql(field: QueriedField, operator: string, value: unknown): SqlCondition {
  switch (operator) {
    case '$eq': return equals(field, value);
    case '$ne': return notThat(equals(field, value));
    case '$gt': return compares(field, '>', value);
    case '$gte': return compares(field, '>=', value);
    case '$lt': return compares(field, '<', value);
    case '$lte': return compares(field, '<=', value);
    case '$in': return Array.isArray(value) ? isIn(field, value) : ANYTHING;
    case '$nin': return Array.isArray(value) ? notThat(isIn(field, value)) : ANYTHING;
    case '$exists': return exists(field, value);
    case '$not': return isOperatorObject(value) ? notThat(allOf(Object.entries(value).map(([inner, of]) => operatorToSql(field, inner, of)))) : ANYTHING;
    default: return ANYTHING;
  }
}

export function isOperatorObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype && Object.keys(value).length > 0
    && Object.keys(value).every((key) => key.startsWith('$')) && !('$regex' in value);
}
