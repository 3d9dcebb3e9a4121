import { isUtf8 } from 'node:buffer';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { endOfObject, endOfValue, isAt } from '../../sync/index.ts';
import { PlainDocument } from '../engine/plain-document.ts';
import { authorshipFields } from './check-authorship.ts';

const UNDERSCORE = 95, COMMA = 44, BRACKET_END = 93;
const opening = '{"new_edits":false,"docs":[';
const closing = ']}';
/** What a document says of itself in the protocol that needs no more than to be read. */
const protocolNames: ReadonlySet<string> = new Set(['_id', '_rev', '_revisions', '_deleted']);

/**
 * The documents of a `_bulk_docs` as a station writes it, cut out of its bytes: a plain one is not parsed, any other is. Nothing of
 * them was checked but that they are JSON. `undefined` where the request is anything else than that, whole: then it must be parsed.
 * `json` holds plain text alone (`holdsPlainText`): no name in it can be another one than it looks.
 */
export function cutBatch(json: Buffer): unknown[] | undefined {
  if (!isAt(json, 0, opening) || !isUtf8(json)) return undefined;
  const documents: unknown[] = [];
  let at = opening.length;
  if (json[at] !== BRACKET_END) {
    for (at -= 1; documents.length === 0 || json[at] === COMMA;) {
      const from = at + 1;
      const plain = cutDocument(json, from);
      at = plain ? from + plain.json.length : endOfValue(json, from);
      if (at < 0) return undefined;
      documents.push(plain ?? JSON.parse(json.toString('utf8', from, at)));
    }
  }
  return isAt(json, at, closing) && at + closing.length === json.length ? documents : undefined;
}

function cutDocument(json: Buffer, from: number): PlainDocument | undefined {
  const head: Record<string, unknown> = {};
  let isPlain = true;
  /** Where its own fields begin and end, and where the last field did. */
  let [ownFrom, ownTo, lastTo] = [-1, -1, -1];
  const end = endOfObject(json, from, 0, (nameAt, nameEnd, valueAt, valueEnd) => {
    if (json[nameAt + 1] === UNDERSCORE) {
      const name = json.toString('latin1', nameAt + 1, nameEnd - 1);
      if (!protocolNames.has(name) || name in head) isPlain = false;
      else head[name] = JSON.parse(json.toString('utf8', valueAt, valueEnd));
    } else {
      if (ownFrom < 0) ownFrom = nameAt; else if (ownTo !== lastTo) isPlain = false;
      ownTo = valueEnd;
      for (const name of authorshipFields) {
        if (name.length === nameEnd - nameAt - 2 && isAt(json, nameAt + 1, name)) head[name] = JSON.parse(json.toString('utf8', valueAt, valueEnd));
      }
    }
    lastTo = valueEnd;
  });
  if (end < 0 || !isPlain) return undefined;
  // One with fields of its own is no bare tombstone, though it lacks those.
  if (ownFrom >= 0) for (const name of authorshipFields) if (!(name in head)) head[name] = undefined;
  return new PlainDocument(head as DocumentBody, json.subarray(from, end), ownFrom < 0 ? json.subarray(end, end) : json.subarray(ownFrom, ownTo));
}
