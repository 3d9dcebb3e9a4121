import type { DocumentBody } from '../../src-shared/domain/common/document.ts';

/**
 * A document as its writer sent it, well formed, of which little more than its name was read: whoever stores it as JSON stores the bytes.
 * It names no attachment, and none of its own fields stands apart from the others.
 */
export class PlainDocument {
  /** `_id`, `_rev`, `_revisions`, `_deleted`, and those of its own fields that were asked for: the last of that name, as JSON is read. */
  readonly head: DocumentBody;
  /** All of it. */
  readonly json: Buffer;
  /** Its own fields alone, as they stand between the braces. */
  readonly fields: Buffer;
  #body: DocumentBody | undefined;

  constructor(head: DocumentBody, json: Buffer, fields: Buffer) { [this.head, this.json, this.fields] = [head, json, fields]; }

  get body(): DocumentBody { return this.#body ??= JSON.parse(String(this.json)) as DocumentBody; }
}

/** What is given to be stored. */
export type WrittenDocument = DocumentBody | PlainDocument;

export const idOf = (document: WrittenDocument): string => (document instanceof PlainDocument ? document.head._id : document._id);
export const bodyOf = (document: WrittenDocument): DocumentBody => (document instanceof PlainDocument ? document.body : document);
