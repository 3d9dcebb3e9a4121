import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, createGzip } from 'node:zlib';
import { takesGzip } from './send-answer.ts';

/** Writes a long answer piece by piece, no faster than it is read. */
export interface FeedWriter { write(text: string, options?: { now?: boolean }): Promise<void>; end(text: string): Promise<void> }

export function openFeedWriter(request: IncomingMessage, response: ServerResponse, signal: AbortSignal): FeedWriter {
  response.statusCode = 200;
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('Cache-Control', 'must-revalidate');
  const gzip = takesGzip(request) ? createGzip({ level: 1 }) : undefined;
  if (gzip) {
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Vary', 'Accept-Encoding');
    gzip.pipe(response);
    gzip.on('error', () => response.destroy());
  }
  response.flushHeaders();
  const out = gzip ?? response;
  const gone = () => response.destroyed;
  return {
    async write(text, { now = false } = {}) {
      if (gone()) return;
      const roomLeft = out.write(text);
      if (now && gzip) gzip.flush(constants.Z_SYNC_FLUSH);
      if (!roomLeft && !gone()) await once(out, 'drain', { signal }).catch(() => undefined);
    },
    async end(text) {
      if (gone()) return;
      await new Promise<void>((resolve) => {
        response.once('close', resolve).once('finish', resolve);
        out.end(text);
      });
    },
  };
}
