import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2',
  '.woff': 'font/woff', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
};
const notBuilt = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Trạm Xá</title><p>The screens are not built yet. Run <code>npm run build</code> and load this page again.</p></html>';

/** For every answer of the console. */
export const consoleHeaders: Readonly<Record<string, string>> = {
  'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
};

const contentSecurity = (nonce: string): string => [
  "default-src 'none'", `script-src 'self' 'nonce-${nonce}'`, `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

/** Where the built screens lie: beside the bundle of an installed program, or in `dist/` of the source tree. */
function findScreens(from: string = import.meta.dirname): string | undefined {
  for (let dir = from, depth = 0; depth < 5; dir = join(dir, '..'), depth += 1) {
    for (const candidate of [join(dir, 'renderer'), join(dir, 'dist', 'renderer')]) if (existsSync(join(candidate, 'hub.html'))) return candidate;
  }
  return undefined;
}

function fileOf(directory: string, path: string): string | undefined {
  if (extname(path) === '' || extname(path) === '.html' || path.includes('\0')) return undefined;
  const file = normalize(join(directory, path));
  return file.startsWith(directory + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Answers a path below `/console/`: a built file, else the page, which routes itself. */
export function serveConsoleFile(request: IncomingMessage, response: ServerResponse, path: string, given?: string): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') { response.writeHead(405, { ...consoleHeaders, allow: 'GET, HEAD' }).end(); return; }
  const directory = given ?? findScreens();
  const file = directory === undefined ? undefined : fileOf(directory, path);
  const send = (status: number, headers: Record<string, string>, body: Buffer | string) => response.writeHead(status, { ...consoleHeaders, ...headers }).end(request.method === 'HEAD' ? undefined : body);
  if (file) {
    send(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache' }, readFileSync(file));
    return;
  }
  if (extname(path) !== '' && extname(path) !== '.html') { send(404, { 'content-type': 'text/plain' }, 'not found'); return; }
  const nonce = randomBytes(18).toString('base64');
  const page = directory === undefined ? notBuilt : readFileSync(join(directory, 'hub.html'), 'utf8').replaceAll('__NONCE__', nonce);
  send(directory === undefined ? 503 : 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': contentSecurity(nonce) }, page);
}
