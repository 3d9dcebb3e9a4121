/**
 * What kinds of value a field has ever held in a table, as bits. They only grow, in the transaction that stores the value, so
 * a query may rely on them: where a field has only ever held plain texts, SQLite and JavaScript agree on every comparison.
 */
export const TRAIT = {
  text: 1,
  /** A number both sides read the same: safe integers, and decimals of at most 15 digits. */
  number: 2,
  boolean: 4,
  null: 8,
  missing: 16,
  object: 32,
  /** The field itself, or something on the way to it, is a list. */
  array: 64,
  /** Any other number. */
  oddNumber: 128,
  /** A text with characters beyond the basic plane, or halves of them: ordered differently by UTF-8 and UTF-16. */
  astralText: 256,
  /** A time of a document that is not the time of its commit. */
  ownTime: 512,
} as const;

const SURROGATE = /[\ud800-\udfff]/;

/** True for numbers that SQLite reads from JSON as the very same number. */
export function isPlainNumber(value: number): boolean {
  if (Number.isInteger(value)) return Number.isSafeInteger(value);
  const size = Math.abs(value);
  return size > 1e-6 && size < 1e15 && String(value).replace(/[-.]/g, '').replace(/^0+/, '').length <= 15;
}

/** The bit of a value. */
export function traitOfValue(value: unknown): number {
  switch (typeof value) {
    case 'string': return SURROGATE.test(value) ? TRAIT.astralText : TRAIT.text;
    case 'number': return !Number.isFinite(value) ? TRAIT.null : isPlainNumber(value) ? TRAIT.number : TRAIT.oddNumber;
    case 'boolean': return TRAIT.boolean;
    case 'object': return value === null ? TRAIT.null : Array.isArray(value) ? TRAIT.array : TRAIT.object;
    default: return TRAIT.missing;
  }
}

/** What SQLite reads of a (dotted) field: nothing from within a list. */
export function valueAt(document: object, path: readonly string[]): unknown {
  let value: unknown = document;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/** The bit of a (dotted) field in one document. */
export function traitOf(document: object, path: readonly string[]): number {
  let value: unknown = document;
  for (const part of path) {
    if (Array.isArray(value)) return TRAIT.array;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return TRAIT.missing;
    value = (value as Record<string, unknown>)[part];
  }
  return traitOfValue(value);
}
