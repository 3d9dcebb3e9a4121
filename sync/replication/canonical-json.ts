/** Names of fields already quoted: the same few hundred come again with every document. */
const quotedNames = new Map<string, string>();
const mostNames = 2_000;

/**
 * JSON with the keys of every object in code-unit order, no spaces, `undefined` left out as JSON.stringify does:
 * one text for one value, on every machine.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? listText(value) : objectText(value as Record<string, unknown>);
  return JSON.stringify(value) ?? 'null';
}

function listText(items: readonly unknown[]): string {
  let text = '[';
  for (let at = 0; at < items.length; at++) text += at === 0 ? canonicalJson(items[at]) : `,${canonicalJson(items[at])}`;
  return `${text}]`;
}

function objectText(record: Readonly<Record<string, unknown>>): string {
  let text = '{';
  for (const key of Object.keys(record).sort()) {
    const value = record[key];
    if (value === undefined) continue;
    text += text === '{' ? quoted(key) : `,${quoted(key)}`;
    text += canonicalJson(value);
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
