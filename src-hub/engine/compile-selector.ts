export type Selector = Record<string, unknown>;
type Test = (document: Readonly<Record<string, unknown>>) => boolean;

/** PouchDB's and CouchDB's order of types, for what is no text: texts come after numbers, before lists and objects. */
const compared = (value: unknown, operand: string): number => {
  if (typeof value === 'string') return value < operand ? -1 : value > operand ? 1 : 0;
  return typeof value === 'object' && value !== null ? 1 : -1;
};
const isThere = (value: unknown): boolean => value !== undefined && typeof value !== 'function';

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  $eq: (order) => order === 0, $ne: (order) => order !== 0, $gt: (order) => order > 0, $gte: (order) => order >= 0, $lt: (order) => order < 0, $lte: (order) => order <= 0,
};

/**
 * A quick test for selectors of plain fields, `$exists`, comparisons with texts and `$and`, `$or`, `$nor` around them, as
 * stations send with every pull; `undefined` for any other.
 */
export function compileSelector(selector: Selector): Test | undefined {
  const tests: Test[] = [];
  for (const [key, operand] of Object.entries(selector)) {
    const test = key.startsWith('$') ? compileCombination(key, operand) : compileField(key, operand);
    if (!test) return undefined;
    tests.push(test);
  }
  return (document) => tests.every((test) => test(document));
}

function compileCombination(key: string, operand: unknown): Test | undefined {
  if (!Array.isArray(operand) || !['$and', '$or', '$nor'].includes(key)) return undefined;
  const tests: Test[] = [];
  for (const one of operand) {
    const test = compileSelector(one as Selector);
    if (!test) return undefined;
    tests.push(test);
  }
  if (key === '$and') return (document) => tests.every((test) => test(document));
  return key === '$or' ? (document) => tests.some((test) => test(document)) : (document) => !tests.some((test) => test(document));
}

function compileField(field: string, operand: unknown): Test | undefined {
  if (/[.\\]/.test(field)) return undefined;
  if (typeof operand === 'string') return (document) => document[field] === operand;
  if (typeof operand !== 'object' || operand === null || Array.isArray(operand) || Object.keys(operand).length === 0) return undefined;
  const tests: Test[] = [];
  for (const [operator, value] of Object.entries(operand)) {
    const comparison = Object.hasOwn(comparisons, operator) ? comparisons[operator] : undefined;
    if (operator === '$exists' && typeof value === 'boolean') tests.push((document) => (document[field] !== undefined) === value);
    else if (comparison && typeof value === 'string') tests.push((document) => (isThere(document[field]) ? comparison(compared(document[field], value)) : operator === '$ne'));
    else return undefined;
  }
  return (document) => tests.every((test) => test(document));
}
