import { isUtf8 } from 'node:buffer';
import type { ChangeRow, ChangesPage, PlainDocument } from './changes-page.ts';
import { endOfObject, endOfValue, isAt } from './json-bytes.ts';

const LINE_END = 10, QUOTE = 34, COMMA = 44, BACKSLASH = 92, UNDERSCORE = 95, BRACE = 123, BRACE_END = 125;
const opening = '{"results":[\n';

/**
 * A page of the feed with documents, a row a line as CouchDB and we write it, cut into rows without parsing the documents: who takes them as they are stores the bytes.
 * `undefined` where it is anything else than that, whole: then it must be parsed.
 */
export function cutPage(bytes: Buffer): ChangesPage | undefined {
  if (!isAt(bytes, 0, opening) || !isUtf8(bytes)) return undefined;
  const results: ChangeRow[] = [];
  let at = opening.length;
  for (let isLast = bytes[at] !== BRACE; !isLast;) {
    const lineEnd = bytes.indexOf(LINE_END, at);
    if (lineEnd < 0) return undefined;
    isLast = bytes[lineEnd - 1] !== COMMA;
    const row = readRow(bytes, at, isLast ? lineEnd : lineEnd - 1);
    if (!row) return undefined;
    results.push(row);
    at = lineEnd + 1;
  }
  try {
    const rest = JSON.parse(`{"results":[${bytes.toString('utf8', at)}`) as ChangesPage;
    return Array.isArray(rest.results) && rest.results.length === 0 ? { ...rest, results } : undefined;
  } catch { return undefined; }
}

function readRow(bytes: Buffer, from: number, to: number): ChangeRow | undefined {
  const plain = readPlain(bytes, from, to);
  if (!plain) {
    try { return JSON.parse(bytes.toString('utf8', from, to)) as ChangeRow; } catch { return undefined; }
  }
  let doc: ChangeRow['doc'];
  return {
    id: plain.id, changes: [{ rev: plain.rev }], plain,
    get doc() { return doc ??= { ...JSON.parse(plain.content.toString()) as { _id: string }, _rev: plain.rev }; },
  };
}

/** Where the text that begins at `from`, behind its quote, ends; -1 where it is not written as it reads. */
function endOfPlainText(bytes: Buffer, from: number): number {
  for (let to = from; ; to++) {
    const byte = bytes[to];
    if (byte === QUOTE) return to;
    if (byte === undefined || byte < 32 || byte > 126 || byte === BACKSLASH) return -1;
  }
}

/** The row of a document with one leaf, which it brings along; `undefined` for any other. */
function readPlain(bytes: Buffer, from: number, to: number): PlainDocument | undefined {
  let at = from;
  const pass = (text: string): boolean => isAt(bytes, at, text) && (at += text.length) > 0;
  const plainText = (): string | undefined => {
    const end = endOfPlainText(bytes, at);
    return end < 0 ? undefined : bytes.toString('latin1', at, at = end);
  };
  if (!pass('{"seq":')) return undefined;
  at = endOfValue(bytes, at);
  if (at < 0 || !pass(',"id":"')) return undefined;
  const id = plainText();
  if (id === undefined || !pass('","changes":[{"rev":"')) return undefined;
  const rev = plainText();
  if (rev === undefined || !(pass('"}],"doc":{"_id":"') && pass(id) && pass('","_rev":"') && pass(rev) && pass('",'))) return undefined;
  // What follows is read as an object of its own, whose brace stands in place of that comma.
  const rest = at - 1;
  const members: number[] = [];
  let isPlain = true;
  bytes[rest] = BRACE;
  const end = endOfObject(bytes, rest, 0, (nameAt, nameEnd, valueAt, valueEnd) => {
    // CouchDB's own, or a name that may be another one than it looks.
    if (bytes[nameAt + 1] === UNDERSCORE || endOfPlainText(bytes, nameAt + 1) < 0) isPlain = false;
    members.push(nameAt + 1, nameEnd - 1, valueAt, valueEnd);
  });
  bytes[rest] = COMMA;
  if (!isPlain || end < 0 || end + 1 !== to || bytes[end] !== BRACE_END) return undefined;
  const head = `{"_id":"${id}"`;
  let content: Buffer | undefined;
  return {
    id, rev,
    // The id is written again close before what follows, over the revision; not before it is asked for: should another row be none, the page is parsed after all.
    get content() { return content ??= bytes.subarray(rest - bytes.write(head, rest - head.length, 'latin1'), end); },
    fieldsOf: (names) => readFields(bytes, members, names),
  };
}

/** `members`: where name and value of each begin and end. */
function readFields(bytes: Buffer, members: readonly number[], names: readonly string[]): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (let i = 0; i < members.length; i += 4) {
    const nameAt = members[i] ?? 0;
    const length = (members[i + 1] ?? 0) - nameAt;
    for (const name of names) {
      if (name.length === length && isAt(bytes, nameAt, name)) found[name] = JSON.parse(bytes.toString('utf8', members[i + 2], members[i + 3])) as unknown;
    }
  }
  return found;
}
