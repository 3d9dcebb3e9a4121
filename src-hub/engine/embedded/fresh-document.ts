import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import { PlainDocument } from '../plain-document.ts';
import type { WrittenDocument } from '../plain-document.ts';
import type { RevisionNode, RevisionTree } from './revision-tree.ts';

/** CouchDB's default depth of ancestry. */
export const REVISIONS_KEPT = 1000;

/** What is to be stored of a document that is new here; `body` as its bytes. */
export interface FreshDocument { rev: string; tree: RevisionTree; isDeleted: boolean; body: Buffer }

/** A document nobody knows yet, with the ancestry its writer tells: nothing to merge. `undefined` where it is not that simple. */
export function freshDocument(document: WrittenDocument): FreshDocument | undefined {
  if (document instanceof PlainDocument) {
    const told = historyOf(document.head);
    return told && { ...told, body: bodyOfPlain(document, told) };
  }
  const { _id: id, _rev, _revisions, _deleted, ...data } = document;
  for (const name in data) if (name.startsWith('_')) return undefined;
  const told = historyOf(document);
  return told && { ...told, body: Buffer.from(bodyTextOf(id, told.rev, told.isDeleted, data)) };
}

type History = Omit<FreshDocument, 'body'>;

function historyOf({ _id: id, _rev, _revisions, _deleted }: DocumentBody): History | undefined {
  const { start, ids } = (_revisions ?? { start: Number.parseInt(_rev ?? '', 10), ids: [_rev?.slice(_rev.indexOf('-') + 1) ?? ''] }) as { start: number; ids: string[] };
  if (ids.length > REVISIONS_KEPT || id.startsWith('_')) return undefined;
  const rev = `${start}-${ids[0] ?? ''}`;
  if (!/^[1-9]\d*-./.test(rev)) return undefined;
  const isDeleted = _deleted === true;
  let node: RevisionNode = [ids[0] ?? '', isDeleted ? { status: 'available', deleted: true } : { status: 'available' }, []];
  for (const hash of ids.slice(1)) node = [hash, { status: 'missing' }, [node]];
  return { rev, tree: [{ pos: start - ids.length + 1, ids: node }], isDeleted };
}

/** As `bodyTextOf`, without reading its own fields. */
function bodyOfPlain({ head, fields }: PlainDocument, { rev, isDeleted }: History): Buffer {
  const name = `${nameOf(head._id, rev, isDeleted)}${fields.length ? ',' : ''}`;
  const nameBytes = Buffer.byteLength(name);
  const body = Buffer.allocUnsafe(nameBytes + fields.length + 1);
  body.write(name);
  fields.copy(body, nameBytes);
  body.write('}', nameBytes + fields.length);
  return body;
}

const nameOf = (id: string, rev: string, isDeleted: boolean): string => `{"_id":${JSON.stringify(id)},"_rev":"${rev}"${isDeleted ? ',"_deleted":true' : ''}`;

/** Id and revision first, where the feed finds them without parsing. */
export function bodyTextOf(id: string, rev: string, isDeleted: boolean, data: object): string {
  const text = JSON.stringify(data);
  return `${nameOf(id, rev, isDeleted)}${text === '{}' ? '' : ','}${text.slice(1)}`;
}
