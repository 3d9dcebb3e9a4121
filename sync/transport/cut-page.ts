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
  const members = new Members(bytes);
  let at = opening.length;
  for (let isLast = bytes[at] !== BRACE; !isLast;) {
    const lineEnd = bytes.indexOf(LINE_END, at);
    if (lineEnd < 0) return undefined;
    isLast = bytes[lineEnd - 1] !== COMMA;
    const row = readRow(members, at, isLast ? lineEnd : lineEnd - 1);
    if (!row) return undefined;
    results.push(row);
    at = lineEnd + 1;
  }
  try {
    const rest = JSON.parse(`{"results":[${bytes.toString('utf8', at)}`) as ChangesPage;
    return Array.isArray(rest.results) && rest.results.length === 0 ? { ...rest, results } : undefined;
  } catch { return undefined; }
}

/**
 * Where names and values are: of each member three numbers (name, value, its end), those of all documents of a page in one list. A list for each document would be
 * most of what a page leaves to be collected.
 */
class Members {
  readonly bytes: Buffer;
  places: Int32Array;
  used = 0;
  /** Of the members noted since `begin`. */
  arePlain = true;
  #first = 0;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
    // Enough for members of 48 bytes and more, as most records have them.
    this.places = new Int32Array(bytes.length >> 4);
  }

  /** Of another document from now on; answers where its members will be. */
  begin(): number {
    this.arePlain = true;
    return this.#first = this.used;
  }

  readonly note = (nameAt: number, nameEnd: number, valueAt: number, valueEnd: number): void => {
    // CouchDB's own, a name that may be another one than it looks, or one given twice: SQLite reads the first of two, JavaScript the last.
    if (this.bytes[nameAt + 1] === UNDERSCORE || endOfPlainText(this.bytes, nameAt + 1) < 0 || this.#has(nameAt + 1, nameEnd - 1)) this.arePlain = false;
    if (this.used + 3 > this.places.length) {
      const { places } = this;
      this.places = new Int32Array(2 * places.length + 3);
      this.places.set(places);
    }
    this.places[this.used++] = nameAt + 1;
    this.places[this.used++] = valueAt;
    this.places[this.used++] = valueEnd;
  };

  /** Whether a member of this document was noted whose name is written in the bytes from `from` up to `to`. */
  #has(from: number, to: number): boolean {
    const { bytes, places } = this;
    for (let i = this.#first; i < this.used; i += 3) {
      const other = places[i] ?? 0;
      // Behind a name are a quote and a colon, too.
      if ((places[i + 1] ?? 0) - 2 - other !== to - from) continue;
      let at = to - 1;
      while (at >= from && bytes[at] === bytes[other + at - from]) at--;
      if (at < from) return true;
    }
    return false;
  }

  /** Of the members between two places in the list, those of these names. */
  valuesOf(names: readonly string[], from: number, to: number): Record<string, unknown> {
    const { bytes, places } = this;
    const found: Record<string, unknown> = {};
    for (let i = from; i < to; i += 3) {
      const nameAt = places[i] ?? 0;
      const valueAt = places[i + 1] ?? 0;
      // Between the two are a quote and a colon.
      const length = valueAt - 2 - nameAt;
      for (const name of names) {
        if (name.length === length && isAt(bytes, nameAt, name)) found[name] = readValue(bytes, valueAt, places[i + 2] ?? 0);
      }
    }
    return found;
  }
}

function readValue(bytes: Buffer, from: number, to: number): unknown {
  if (bytes[from] === QUOTE && endOfPlainText(bytes, from + 1) === to - 1) return bytes.toString('latin1', from + 1, to - 1);
  return JSON.parse(bytes.toString('utf8', from, to));
}

function readRow(members: Members, from: number, to: number): ChangeRow | undefined {
  const plain = readPlain(members, from, to);
  if (plain) return new PlainRow(plain);
  try { return JSON.parse(members.bytes.toString('utf8', from, to)) as ChangeRow; } catch { return undefined; }
}

/** A row whose document is parsed when somebody looks at it. */
class PlainRow implements ChangeRow {
  readonly id: string;
  readonly changes: { rev: string }[];
  readonly plain: PlainDocument;
  #doc: ChangeRow['doc'];
  constructor(plain: PlainDocument) {
    this.id = plain.id;
    this.changes = [{ rev: plain.rev }];
    this.plain = plain;
  }
  get doc() { return this.#doc ??= { ...JSON.parse(this.plain.content.toString()) as { _id: string }, _rev: this.plain.rev }; }
}

class PlainPart implements PlainDocument {
  readonly id: string;
  readonly rev: string;
  readonly #members: Members;
  readonly #from: number;
  readonly #to: number;
  readonly #rest: number;
  readonly #end: number;
  #content: Buffer | undefined;
  /** `from`, `to`: its members in the list; `rest`, `end`: where what comes behind its revision begins and ends. */
  constructor(id: string, rev: string, members: Members, { from, to, rest, end }: { from: number; to: number; rest: number; end: number }) {
    this.id = id;
    this.rev = rev;
    this.#members = members;
    this.#from = from;
    this.#to = to;
    this.#rest = rest;
    this.#end = end;
  }
  // The id is written again close before what follows, over the revision; not before it is asked for: should another row be none, the page is parsed after all.
  get content() {
    const { bytes } = this.#members;
    const head = `{"_id":"${this.id}"`;
    return this.#content ??= bytes.subarray(this.#rest - bytes.write(head, this.#rest - head.length, 'latin1'), this.#end);
  }
  fieldsOf(names: readonly string[]) { return this.#members.valuesOf(names, this.#from, this.#to); }
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
function readPlain(members: Members, from: number, to: number): PlainDocument | undefined {
  const { bytes } = members;
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
  const first = members.begin();
  bytes[rest] = BRACE;
  const end = endOfObject(bytes, rest, 0, members.note);
  bytes[rest] = COMMA;
  if (!members.arePlain || end < 0 || end + 1 !== to || bytes[end] !== BRACE_END) return undefined;
  return new PlainPart(id, rev, members, { from: first, to: members.used, rest, end });
}
