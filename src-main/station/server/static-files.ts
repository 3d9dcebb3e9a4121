import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { mintNonce, pageHeaders, plainHeaders } from './page-headers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
};
const notBuilt = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Trạm Xá</title><p>The screens are not built yet. Run <code>npm run build</code> and load this page again.</p></html>';

/** Where the built screens lie: beside the bundle of an installed program, or in `dist/` of the source tree. */
function findScreensDirectory(from: string = import.meta.dirname): string | undefined {
  for (let dir = from, depth = 0; depth < 5; dir = join(dir, '..'), depth += 1) {
    for (const candidate of [join(dir, 'renderer'), join(dir, 'dist', 'renderer')]) if (existsSync(join(candidate, 'index.html'))) return candidate;
  }
  return undefined;
}

/** Answers the page and its files; every path without a file is the page, which routes itself. */
export function serveStatic(request: IncomingMessage, response: ServerResponse, host: string, given: string | undefined): void {
  const directory = given ?? findScreensDirectory();
  if (request.method !== 'GET' && request.method !== 'HEAD') { response.writeHead(405, { ...plainHeaders, allow: 'GET, HEAD' }).end(); return; }
  const path = pathOf(request.url ?? '/');
  const file = directory === undefined || path === undefined ? undefined : fileOf(directory, path);
  if (file) {
    const fingerprinted = path?.startsWith('/assets/') ?? false;
    response.writeHead(200, {
      ...plainHeaders, 'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': fingerprinted ? 'private, max-age=31536000, immutable' : 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : readFileSync(file));
    return;
  }
  if (path === undefined || extname(path) !== '') { response.writeHead(404, plainHeaders).end(); return; }
  const nonce = mintNonce();
  const isBuilt = directory !== undefined && existsSync(join(directory, 'index.html'));
  const page = isBuilt ? readFileSync(join(directory, 'index.html'), 'utf8').replaceAll('__NONCE__', nonce) : notBuilt;
  response.writeHead(isBuilt ? 200 : 503, { ...pageHeaders(host, nonce), 'content-type': types['.html'], 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : page);
}

function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://station').pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/** A file inside the directory; the hub's page and the page itself are not served as files. */
function fileOf(directory: string, path: string): string | undefined {
  if (extname(path) === '' || path.endsWith('.html')) return undefined;
  const file = normalize(join(directory, path));
  if (!file.startsWith(directory + sep) || !existsSync(file) || !statSync(file).isFile()) return undefined;
  return file;
}
