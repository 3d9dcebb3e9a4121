import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DoorRefusal, badRequest } from './door-refusal.ts';

const tooLarge = (limit: number) => new DoorRefusal(413, 'too_large', `the request is larger than ${limit} bytes`, { Connection: 'close' });
/** How long, in milliseconds, a refused upload is read away, so that its sender hears the answer. */
const DRAIN_MS = 3000;

async function drain(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  request.unpipe();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, DRAIN_MS);
    const done = () => { clearTimeout(timer); resolve(); };
    request.once('end', done).once('close', done).once('error', done);
    request.resume();
  });
}

function decoded(request: IncomingMessage): Readable {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return request;
  if (encoding !== 'gzip' && encoding !== 'x-gzip') throw new DoorRefusal(415, 'bad_content_encoding', 'only gzip is understood');
  const gunzip = createGunzip();
  request.on('error', (error) => gunzip.destroy(error));
  return request.pipe(gunzip);
}

/** The whole body after decompression, at most `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) { await drain(request); throw tooLarge(limit); }
  const stream = decoded(request);
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of stream) {
      bytes += (piece as Buffer).length;
      if (bytes > limit) break;
      pieces.push(piece as Buffer);
    }
  } catch {
    throw badRequest(request.complete ? 'the body cannot be decompressed' : 'the body ended too early');
  }
  if (bytes > limit) { await drain(request); throw tooLarge(limit); }
  return Buffer.concat(pieces, bytes);
}

export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw badRequest('invalid UTF-8 JSON');
  }
}

/** A JSON object and how many bytes it came in, after decompression. */
export async function readSizedObject(request: IncomingMessage, limit: number): Promise<{ object: Record<string, unknown>; bytes: number }> {
  const type = request.headers['content-type'] ?? 'application/json';
  if (!/^application\/json\b/i.test(type)) throw new DoorRefusal(415, 'bad_content_type', 'Content-Type must be application/json');
  const body = await readBody(request, limit);
  const read = parseJson(body);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw badRequest('Request body must be a JSON object');
  return { object: read as Record<string, unknown>, bytes: body.length };
}

export const readObject = async (request: IncomingMessage, limit: number): Promise<Record<string, unknown>> => (await readSizedObject(request, limit)).object;
