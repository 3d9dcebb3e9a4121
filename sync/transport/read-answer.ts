import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { TransportError } from '../types.ts';

const unzip = promisify(gunzip);

/** Nobody is kept waiting for longer, whatever was told. */
const longestRetryAfterMs = 10 * 60_000;
/** An answer larger than this is not read to its end. */
export const answerLimitBytes = 64 * 1024 * 1024;

/** Reads a whole body, telling of every piece: silence is timed by the caller. A proxy may have left it compressed without saying so. */
export async function readBytes(response: Response, onPiece: (bytes: number) => void): Promise<Buffer> {
  if (!response.body) return Buffer.alloc(0);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body as AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    onPiece(piece.byteLength);
    if (size > answerLimitBytes) throw tooLarge(response);
    pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces, size);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return unzip(bytes, { maxOutputLength: answerLimitBytes }).catch((error: unknown) => {
    throw error instanceof RangeError ? tooLarge(response) : new TransportError('hubBroken', 'an answer that cannot be decompressed', response.status);
  });
}

/** Of the same kind as a request that is: who asks for less gets an answer. */
const tooLarge = ({ status }: Response) => new TransportError('tooLarge', 'the answer is too large', status);

const looksLikeHtml = (response: Response, text: string) =>
  (response.headers.get('content-type') ?? '').includes('html') || text.trimStart().startsWith('<');

/** JSON of a whole answer; a web page is `notCouch`, half a body `hubBroken`. */
export function parseAnswer(response: Response, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (looksLikeHtml(response, text)) throw new TransportError('notCouch', 'a web page answered, not a hub', response.status);
    throw new TransportError('hubBroken', text.trim() === '' ? 'an empty answer' : 'an answer that ends too early', response.status);
  }
}

/** The typed error of a status other than 2xx; the hub's own words are kept where it gave any. */
export function statusError(response: Response, text: string): TransportError {
  const { status } = response;
  let said = '';
  try {
    const body = JSON.parse(text) as { error?: unknown; reason?: unknown };
    said = [body.error, body.reason].filter((part) => typeof part === 'string').join(': ').slice(0, 300);
  } catch {
    if (status !== 413 && status !== 401 && looksLikeHtml(response, text)) return new TransportError('notCouch', `a web page answered with status ${status}`, status);
  }
  const message = said || `status ${status}`;
  if (status === 401) return new TransportError('unauthorized', message, status);
  if (status === 403) return new TransportError('forbidden', message, status);
  if (status === 404) return new TransportError('notFound', message, status);
  if (status === 413) return new TransportError('tooLarge', message, status);
  if (status >= 300 && status < 400) return new TransportError('notCouch', `sent elsewhere with status ${status}`, status);
  return new TransportError('hubBroken', message, status, retryAfterMs(response));
}

/** When a hub that is busy, or its proxy, wants to be asked again: seconds or a date (RFC 9110 §10.2.3). */
function retryAfterMs(response: Response): number | undefined {
  const told = response.headers.get('retry-after')?.trim() ?? '';
  const ms = /^\d{1,9}$/.test(told) ? Number(told) * 1000 : Date.parse(told) - Date.parse(response.headers.get('date') ?? '');
  return ms > 0 ? Math.min(ms, longestRetryAfterMs) : undefined;
}
