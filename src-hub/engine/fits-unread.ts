import type { Selector } from './compile-selector.ts';

const ESCAPED = Buffer.from('\\u');
const needles = new WeakMap<Selector, Buffer | null>();

/** What a station asks with every pull: nothing that its own device wrote. Answers the name of that device. */
function foreignTo({ $or, ...more }: Selector): string | undefined {
  if (!Array.isArray($or) || $or.length !== 2 || Object.keys(more).length > 0) return undefined;
  const [absent, other] = $or as [unknown, unknown];
  const name = (other as { device?: { $ne?: unknown } } | null)?.device?.$ne;
  const asked = JSON.stringify([{ device: { $exists: false } }, { device: { $ne: name } }]);
  return typeof name === 'string' && /^[\w-]+$/.test(name) && JSON.stringify([absent, other]) === asked ? name : undefined;
}

/**
 * True where a document fits a selector for certain, by its JSON alone; else it has to be read. A document in which the name of a
 * device stands nowhere was not written by it.
 */
export function fitsUnread(json: Buffer, selector: Selector): boolean {
  let needle = needles.get(selector);
  if (needle === undefined) {
    const name = foreignTo(selector);
    needles.set(selector, needle = name === undefined ? null : Buffer.from(JSON.stringify(name)));
  }
  return needle !== null && !json.includes(needle) && !json.includes(ESCAPED);
}
