import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { DoorRefusal, badRequest } from './door-refusal.ts';
import { parseJson } from './read-body.ts';

const unzip = promisify(gunzip);
const CRLF = Buffer.from('\r\n');
const BLANK_LINE = Buffer.from('\r\n\r\n');
const MAX_PARTS = 1000;
/** A name of an attachment, its type and its encoding; what is longer is no header. */
const MAX_HEADER_BYTES = 8192;

const malformed = () => badRequest('multipart body is malformed');

export function boundaryOf(contentType: string | undefined): string | undefined {
  const match = /^multipart\/related\b.*;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType ?? '');
  return match?.[1] ?? match?.[2];
}

/** What a part's header lines tell: CouchDB names each attachment, and the encoding it keeps it in. */
interface Part { name?: string; isGzip: boolean; content: Buffer }

/** What stands between the first quotation mark of `filename="…"` and the last one of the line: CouchDB writes a name as it is, quotation marks too. */
function fileNameOf(line: string): string | undefined {
  const from = line.indexOf('filename="') + 'filename="'.length;
  const to = line.lastIndexOf('"');
  return from >= 'filename="'.length && to >= from && line.slice(to + 1).trim() === '' ? line.slice(from, to) : undefined;
}

function partOf(bytes: Buffer, start: number, end: number): Part {
  const blank = bytes.subarray(start, Math.min(end + CRLF.length, start + MAX_HEADER_BYTES)).indexOf(BLANK_LINE);
  if (blank < 0) throw malformed();
  const lines = bytes.subarray(start, start + blank).toString('utf8').split('\r\n');
  const lineOf = (field: string): string | undefined => lines.find((line) => line.toLowerCase().startsWith(`${field}:`));
  const name = fileNameOf(lineOf('content-disposition') ?? '');
  return { ...(name === undefined ? {} : { name }), isGzip: lineOf('content-encoding')?.split(':')[1]?.trim().toLowerCase() === 'gzip', content: bytes.subarray(start + blank + BLANK_LINE.length, end) };
}

/** The parts, in order. */
function partsOf(body: Buffer, boundary: string): Part[] {
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  for (let at = body.indexOf(delimiter); at >= 0 && parts.length <= MAX_PARTS;) {
    const start = at + delimiter.length;
    if (body.subarray(start, start + 2).toString() === '--') return parts;
    const next = body.indexOf(Buffer.concat([CRLF, delimiter]), start);
    if (next < 0) break;
    parts.push(partOf(body, start, next));
    at = next + CRLF.length;
  }
  throw malformed();
}

/** What is kept and served is the content itself; CouchDB sends text as it keeps it, compressed. */
async function contentOf({ content }: Part, isGzip: boolean, limit: number): Promise<Buffer> {
  if (!isGzip) return content;
  try {
    return await unzip(content, { maxOutputLength: limit });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? new DoorRefusal(413, 'too_large', `an attachment is larger than ${limit} bytes`) : badRequest('an attachment cannot be decompressed');
  }
}

/** A document as CouchDB's replicator sends one with attachments: JSON first, then each attachment that `follows`, named or in its order. */
export async function documentOfMultipart(body: Buffer, boundary: string, limit: number): Promise<DocumentBody> {
  const [first, ...rest] = partsOf(body, boundary);
  const document = first ? parseJson(first.content) : undefined;
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw badRequest('the first part must be the document');
  const attachments = (document as DocumentBody)['_attachments'];
  const following = Object.entries(typeof attachments === 'object' && attachments !== null ? attachments as Record<string, Record<string, unknown>> : {}).filter(([, one]) => one?.['follows'] === true);
  // JSON read by JavaScript puts names like "10" first: the order alone would mix them up.
  const byName = new Map(rest.flatMap((part) => (part.name === undefined ? [] : [[part.name, part] as const])));
  const isNamed = following.every(([name]) => byName.has(name));
  let left = limit;
  for (const [at, [name, attachment]] of following.entries()) {
    const part = isNamed ? byName.get(name) : rest[at];
    if (!part) throw badRequest('an attachment is missing');
    const content = await contentOf(part, part.isGzip || attachment['encoding'] === 'gzip', left);
    left -= content.length;
    // The digest is of what was sent; the engine makes its own.
    for (const field of ['follows', 'encoding', 'encoded_length', 'digest']) delete attachment[field];
    attachment['data'] = content.toString('base64');
  }
  return document as DocumentBody;
}
