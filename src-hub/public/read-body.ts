import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { DoorRefusal, badRequest } from './door-refusal.ts';

const unpack = promisify(gunzip);
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

/** A body as it came over the line. */
export interface ReceivedBody { bytes: Buffer; isPacked: boolean }

function isPacked({ headers }: IncomingMessage): boolean {
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return false;
  if (encoding !== 'gzip' && encoding !== 'x-gzip') throw new DoorRefusal(415, 'bad_content_encoding', 'only gzip is understood');
  return true;
}

/** Waits for the whole body, at most `limit` bytes; a slow line takes its time here, and holds up nobody. */
export async function receiveBody(request: IncomingMessage, limit: number): Promise<ReceivedBody> {
  if (Number(request.headers['content-length'] ?? 0) > limit) { await drain(request); throw tooLarge(limit); }
  const packed = isPacked(request);
  const pieces: Buffer[] = [];
  const bytes = await new Promise<number>((resolve, reject) => {
    let length = 0;
    request.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length > limit) { request.removeAllListeners('data').pause(); resolve(length); } else pieces.push(piece);
    });
    request.once('end', () => { resolve(length); }).once('error', reject).once('close', () => { reject(new Error('closed')); });
  }).catch(() => { throw badRequest('the body ended too early'); });
  if (bytes > limit) { await drain(request); throw tooLarge(limit); }
  return { bytes: Buffer.concat(pieces, bytes), isPacked: packed };
}

/** A chunk of what is unpacked: mostly all of it. */
const chunkFor = (packedBytes: number): number => Math.min(1_048_576, Math.max(16_384, packedBytes * 6));

/** What it is after decompression, at most `limit` bytes. */
export async function unpackBody({ bytes, isPacked: packed }: ReceivedBody, limit: number): Promise<Buffer> {
  if (!packed) return bytes;
  try {
    return await unpack(bytes, { maxOutputLength: limit, chunkSize: chunkFor(bytes.length) });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(limit) : badRequest('the body cannot be decompressed');
  }
}

/** The whole body after decompression, at most `limit` bytes. */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer> => unpackBody(await receiveBody(request, limit), limit);

const utf8 = new TextDecoder('utf-8', { fatal: true });

export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw badRequest('invalid UTF-8 JSON');
  }
}

/** Refuses what does not say that it is JSON. */
export function expectJson({ headers }: IncomingMessage): void {
  if (!/^application\/json\b/i.test(headers['content-type'] ?? 'application/json')) throw new DoorRefusal(415, 'bad_content_type', 'Content-Type must be application/json');
}

export function parseObject(bytes: Buffer): Record<string, unknown> {
  const read = parseJson(bytes);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw badRequest('Request body must be a JSON object');
  return read as Record<string, unknown>;
}

export async function readObject(request: IncomingMessage, limit: number): Promise<Record<string, unknown>> {
  expectJson(request);
  return parseObject(await readBody(request, limit));
}
