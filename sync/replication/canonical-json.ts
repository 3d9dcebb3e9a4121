/**
 * JSON with the keys of every object in code-unit order, no spaces, `undefined` left out as JSON.stringify does:
 * one text for one value, on every machine.
 */
export function canonicalJson(value: unknown): string {
  // A looked-at document, or one whose few lists of keys were sorted, costs far less than one put together piece by piece.
  if (isInOrder(value)) return JSON.stringify(value) ?? 'null';
  const sorted = inOrder(value);
  return sorted === undefined ? textOf(value) : JSON.stringify(sorted);
}

/** JSON.stringify would write the same: keys are in order everywhere, and nothing says itself how it is written. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function' && typeof value !== 'symbol';
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) if (!isInOrder(value[at])) return false;
    return true;
  }
  const record = value as Readonly<Record<string, unknown>>;
  if (record['toJSON'] !== undefined) return false;
  let last = '';
  // Inherited keys would be looked at too: that costs a record its short way, nothing else.
  for (const key in record) {
    const member = record[key];
    if (key < last || (typeof member !== 'string' && !isInOrder(member))) return false;
    last = key;
  }
  return true;
}

/** A list or record that JSON.stringify writes in order: itself, or a copy of it and of what in it is not; `undefined` where no copy could be. */
function inOrder(value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null || isInOrder(value)) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      const sorted = inOrder(item);
      if (sorted === undefined && item !== undefined) return undefined;
      items.push(sorted);
    }
    return items;
  }
  const record = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(record).sort()) {
    // An object puts numbers first whenever they come, and this name is no key of its own.
    if (isNumber(key) || key === '__proto__' || key === 'toJSON') return undefined;
    const sorted = inOrder(record[key]);
    if (sorted === undefined && record[key] !== undefined) return undefined;
    copy[key] = sorted;
  }
  return copy;
}

const isNumber = (key: string): boolean => /^\d+$/.test(key);

/** Piece by piece. */
function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? listText(value) : objectText(value as Record<string, unknown>);
  return JSON.stringify(value) ?? 'null';
}

function listText(items: readonly unknown[]): string {
  let text = '[';
  for (let at = 0; at < items.length; at++) text += at === 0 ? textOf(items[at]) : `,${textOf(items[at])}`;
  return `${text}]`;
}

function objectText(record: Readonly<Record<string, unknown>>): string {
  let text = '{';
  for (const key of Object.keys(record).sort()) {
    const value = record[key];
    if (value === undefined) continue;
    text += `${text === '{' ? '' : ','}${JSON.stringify(key)}:${textOf(value)}`;
  }
  return `${text}}`;
}
