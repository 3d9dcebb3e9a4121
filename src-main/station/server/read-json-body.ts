import type { IncomingMessage } from 'node:http';

/** The body as JSON, `undefined` when it is not; throws when it is larger than allowed. */
export async function readJsonBody(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostBytes) throw new RangeError('request body too large');
    parts.push(part);
  }
  try { return JSON.parse(Buffer.concat(parts).toString('utf8')); } catch { return undefined; }
}
