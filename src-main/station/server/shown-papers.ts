import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { plainHeaders } from './page-headers.ts';

/** Long enough for a viewer to ask again, too short to find it in yesterday's history. */
const SHOWN_FOR_MS = 60_000;

/** Papers on their way to a printer: in memory for a minute, for the browser that asked only. */
export interface ShownPapers {
  /** The address of a page that shows it. */
  keep(pass: string, bytes: Buffer): string;
  /** False where the path is none of these. */
  serve(path: string, pass: string | undefined, response: ServerResponse): boolean;
}

export function createShownPapers(now: () => number): ShownPapers {
  const kept = new Map<string, { pass: string; bytes: Buffer; until: number }>();
  return {
    keep(pass, bytes) {
      for (const [address, { until }] of kept) if (until < now()) kept.delete(address);
      const address = `/paper/${randomBytes(18).toString('base64url')}.pdf`;
      kept.set(address, { pass, bytes, until: now() + SHOWN_FOR_MS });
      return address;
    },
    serve(path, pass, response) {
      if (!path.startsWith('/paper/')) return false;
      const paper = kept.get(path);
      if (!paper || paper.until < now() || paper.pass !== pass) { response.writeHead(404, plainHeaders).end(); return true; }
      response.writeHead(200, { ...plainHeaders, 'x-frame-options': 'SAMEORIGIN', 'content-type': 'application/pdf', 'content-disposition': 'inline', 'cache-control': 'no-store' }).end(paper.bytes);
      return true;
    },
  };
}
