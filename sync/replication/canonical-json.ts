/** Names of fields already quoted: the same few hundred come again with every document. */
const quotedNames = new Map<string, string>();
const mostNames = 2_000;

/**
 * JSON with the keys of every object in code-unit order, no spaces, `undefined` left out as JSON.stringify does:
 * one text for one value, on every machine.
 */
export function canonicalJson(value: unknown): string {
  // A looked-at document costs far less than one put together piece by piece.
  return isInOrder(value) ? JSON.stringify(value) ?? 'null' : textOf(value);
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
    text += text === '{' ? quoted(key) : `,${quoted(key)}`;
    text += textOf(value);
  }
  return `${text}}`;
}

function quoted(name: string): string {
  let text = quotedNames.get(name);
  if (text === undefined) {
    text = `${JSON.stringify(name)}:`;
    if (quotedNames.size < mostNames) quotedNames.set(name, text);
  }
  return text;
}
