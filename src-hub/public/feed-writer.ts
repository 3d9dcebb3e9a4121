import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGzipPieces } from './gzip-pieces.ts';
import { lineOf } from './line-speed.ts';
import { WORTH_COMPRESSING, takesGzip } from './send-answer.ts';

/** Writes a long answer piece by piece, no faster than it is read. */
export interface FeedWriter {
  /** `now`: not kept back until there is more. */
  write(text: string | Buffer, options?: { now?: boolean }): Promise<void>;
  end(text: string): Promise<void>;
}

/** Bytes worth a piece of their own. */
const PIECE_BYTES = 65_536;
/** Pieces of one answer that are compressed side by side, or on their way; the next one is read meanwhile. */
const AT_ONCE = 2;
const levels = { quick: 1, small: 6 } as const;

export function openFeedWriter(request: IncomingMessage, response: ServerResponse, signal: AbortSignal): FeedWriter {
  const line = lineOf(request.socket);
  const mayPack = takesGzip(request);
  const gzip = mayPack && line.packing() !== 'plain' ? createGzipPieces() : undefined;
  const gone = () => response.destroyed;
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let sentBytes = 0;
  /** When the answer, or where it is packed its last piece, was handed over. */
  let handedOverAt = 0;
  let underWay = 0;
  let inOrder: Promise<void> = Promise.resolve();

  function start(isPacked: boolean): void {
    response.statusCode = 200;
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Cache-Control', 'must-revalidate');
    if (mayPack) response.setHeader('Vary', 'Accept-Encoding');
    if (isPacked) response.setHeader('Content-Encoding', 'gzip');
  }

  function takeKept(): Buffer {
    const [first = Buffer.alloc(0), ...others] = kept;
    const piece = others.length ? Buffer.concat(kept, keptBytes) : first;
    [kept, keptBytes] = [[], 0];
    return piece;
  }

  async function send(bytes: Buffer): Promise<void> {
    if (gone()) return;
    const at = performance.now();
    if (gzip || sentBytes === 0) handedOverAt = at;
    sentBytes += bytes.length;
    if (!response.write(bytes) && !gone()) await once(response, 'drain', { signal }).catch(() => undefined);
    line.taken(performance.now() - at);
  }

  async function flush(): Promise<void> {
    const piece = takeKept();
    const isFirst = !response.headersSent;
    if (isFirst) { start(gzip !== undefined); response.flushHeaders(); }
    if (!gzip && !piece.length) return;
    const packed = gzip?.pack(piece, levels[line.packing() === 'small' ? 'small' : 'quick']) ?? piece;
    const before = inOrder;
    underWay += 1;
    inOrder = Promise.all([packed, before]).then(([bytes]) => send(gzip && isFirst ? Buffer.concat([gzip.head, bytes]) : bytes))
      .catch(() => { response.destroy(); }).finally(() => { underWay -= 1; });
    if (underWay >= AT_ONCE) await before;
  }

  const ended = (last: Buffer | undefined) => new Promise<void>((resolve) => {
    response.once('close', resolve).once('finish', resolve);
    if (last) response.end(last); else response.end();
  });

  return {
    async write(text, { now = false } = {}) {
      if (gone()) return;
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      kept.push(bytes);
      keptBytes += bytes.length;
      if (now || keptBytes >= PIECE_BYTES) await flush();
    },
    async end(text) {
      if (gone()) return;
      kept.push(Buffer.from(text));
      keptBytes += kept.at(-1)?.length ?? 0;
      if (!response.headersSent && keptBytes < WORTH_COMPRESSING) {
        start(false);
        response.setHeader('Content-Length', keptBytes);
        await ended(takeKept());
        return;
      }
      await flush();
      await inOrder;
      if (gone()) return;
      await ended(gzip?.tail());
      line.sent(sentBytes, handedOverAt, gzip !== undefined);
    },
  };
}
