/** Deeper than any record of ours; from here on nesting is walked without the call stack, which hostile input could exhaust. */
const DEPTH_ON_THE_STACK = 100;

/** JSON with the keys of every object in order of their UTF-16 units and nothing undefined: equal values, equal text. */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null) ?? 'null';
  if (depth >= DEPTH_ON_THE_STACK) return writeDeep(value);
  let text = '';
  if (Array.isArray(value)) {
    for (let n = 0; n < value.length; n += 1) text += n === 0 ? write(value[n], depth + 1) : `,${write(value[n], depth + 1)}`;
    return `[${text}]`;
  }
  const record = value as Readonly<Record<string, unknown>>;
  // Default order of strings: by their UTF-16 units.
  for (const key of Object.keys(record).sort()) {
    const member = record[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${write(member, depth + 1)}`;
  }
  return `{${text}}`;
}

function membersOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The same text with a list of what is still to write instead of calls. */
function writeDeep(root: object): string {
  const written: string[] = [];
  const rest: (string | { value: unknown })[] = [{ value: root }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === 'string') { written.push(next); continue; }
    const { value } = next;
    if (value === null || typeof value !== 'object') { written.push(JSON.stringify(value ?? null) ?? 'null'); continue; }
    const list = Array.isArray(value);
    const members: [string, unknown][] = list ? value.map((item): [string, unknown] => ['', item]) : membersOf(value);
    written.push(list ? '[' : '{');
    rest.push(list ? ']' : '}');
    for (let n = members.length - 1; n >= 0; n -= 1) {
      const [key, member] = members[n] ?? ['', null];
      rest.push({ value: member }, `${n > 0 ? ',' : ''}${list ? '' : `${JSON.stringify(key)}:`}`);
    }
  }
  return written.join('');
}
