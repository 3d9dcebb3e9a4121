import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { OtherHandler } from '../public/open-door.ts';
import { authenticate } from '../public/authenticate.ts';
import { methodNotAllowed, notFound, signInFirst } from '../public/door-refusal.ts';
import type { SignIn } from '../public/sign-in.ts';
import { publishedFile, readPublished } from './publish-update.ts';

const path = '/_tramxa/update';

/** `GET /_tramxa/update` says what is offered to stations, `GET /_tramxa/update/<version>` is the file, also from a byte on (RFC 9110, one range). For whoever has a credential here. */
export function serveUpdates({ dir, signIn }: { dir: string; signIn: SignIn }): OtherHandler {
  return async (request, response, asked) => {
    if (asked !== path && !asked.startsWith(`${path}/`)) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') throw methodNotAllowed('GET,HEAD');
    if (!await authenticate(request, signIn)) throw signInFirst();
    const told = readPublished(dir);
    if (!told) throw notFound('no update is offered');
    if (asked === path) {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(request.method === 'HEAD' ? undefined : JSON.stringify(told));
      return true;
    }
    if (asked !== `${path}/${told.version}`) throw notFound('this update is not offered');
    const common = { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'private, no-transform', 'Accept-Ranges': 'bytes' };
    const range = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(request.headers.range ?? '');
    const start = Number(range?.[1] ?? 0);
    const end = Math.min(Number(range?.[2] ?? told.bytes - 1), told.bytes - 1);
    if (range && (start >= told.bytes || end < start)) {
      response.writeHead(416, { ...common, 'Content-Range': `bytes */${told.bytes}`, 'Content-Length': 0 }).end();
      return true;
    }
    response.writeHead(range ? 206 : 200, { ...common, 'Content-Length': end - start + 1, ...(range ? { 'Content-Range': `bytes ${start}-${end}/${told.bytes}` } : {}) });
    if (request.method === 'HEAD') { response.end(); return true; }
    // A line that breaks is the station's to take up again.
    await pipeline(createReadStream(publishedFile(dir, told), { start, end }), response).catch(() => undefined);
    return true;
  };
}
