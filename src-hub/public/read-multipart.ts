import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { badRequest } from './door-refusal.ts';
import { parseJson } from './read-body.ts';

const CRLF = Buffer.from('\r\n');
const BLANK_LINE = Buffer.from('\r\n\r\n');
const MAX_PARTS = 1000;

export function boundaryOf(contentType: string | undefined): string | undefined {
  const match = /^multipart\/related\b.*;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType ?? '');
  return match?.[1] ?? match?.[2];
}

/** The contents of the parts, in order; headers are not needed. */
function partsOf(body: Buffer, boundary: string): Buffer[] {
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Buffer[] = [];
  for (let at = body.indexOf(delimiter); at >= 0 && parts.length <= MAX_PARTS;) {
    const start = at + delimiter.length;
    if (body.subarray(start, start + 2).toString() === '--') return parts;
    const next = body.indexOf(Buffer.concat([CRLF, delimiter]), start);
    const content = body.indexOf(BLANK_LINE, start);
    if (next < 0 || content < 0 || content > next) break;
    parts.push(body.subarray(content + BLANK_LINE.length, next));
    at = next + CRLF.length;
  }
  throw badRequest('multipart body is malformed');
}

/** A document as CouchDB's replicator sends one with attachments: JSON first, then each `follows` attachment in its order. */
export function documentOfMultipart(body: Buffer, boundary: string): DocumentBody {
  const [first, ...contents] = partsOf(body, boundary);
  const document = first ? parseJson(first) : undefined;
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw badRequest('the first part must be the document');
  const attachments = (document as DocumentBody)['_attachments'];
  const waiting = contents.values();
  for (const attachment of Object.values(typeof attachments === 'object' && attachments !== null ? attachments : {}) as Record<string, unknown>[]) {
    if (attachment?.['follows'] !== true) continue;
    const content = waiting.next().value;
    if (!content) throw badRequest('an attachment is missing');
    delete attachment['follows'];
    delete attachment['encoding'];
    attachment['data'] = content.toString('base64');
  }
  return document as DocumentBody;
}
