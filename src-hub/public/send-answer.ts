import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Answer } from './call.ts';

const compress = promisify(gzip);
/** Bytes. */
export const WORTH_COMPRESSING = 1024;

export const takesGzip = (request: IncomingMessage): boolean => /(^|[ ,])gzip\b(?! *; *q=0(\.0*)?( *,|$))/i.test(String(request.headers['accept-encoding'] ?? ''));

export async function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Exclude<Answer, 'sent'>): Promise<void> {
  if (response.headersSent || response.destroyed) return;
  const json = answer.json ?? (answer.body === undefined ? undefined : Buffer.from(`${JSON.stringify(answer.body)}\n`));
  let bytes = answer.raw ?? json ?? Buffer.alloc(0);
  if (json) response.setHeader('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(answer.headers ?? {})) if (value !== undefined) response.setHeader(name, value);
  if (bytes.length > WORTH_COMPRESSING && json && takesGzip(request)) {
    bytes = await compress(bytes, { level: 1 });
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Vary', 'Accept-Encoding');
  }
  response.setHeader('Content-Length', bytes.length);
  response.statusCode = answer.status;
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
