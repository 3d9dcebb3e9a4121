import { createHash } from 'node:crypto';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { JournalCore } from '../replication/journal-core.ts';
import type { LeafName } from '../transport/hub-calls.ts';
import { fingerprintOf, toPem } from './mint-certificate.ts';
import type { NeighbourBook } from './neighbour-book.ts';
import { namedLeaves, readNeighbourFeed } from './neighbour-feed.ts';
import { readReceived } from './share-received.ts';
import type { ReceivedPlaces } from './share-received.ts';
import { markOfReceipts, readSharedReceipts } from './share-receipts.ts';

/** What a PC that wants to be paired says; `proof` shows that it was told the code. */
export interface PairRequest { unit: string; device: string; name: string; port: number; proof: string }
export interface PairAnswer { device: string; name: string; proof: string }
export interface DoorOptions {
  core: JournalCore; book: NeighbourBook;
  /** Answers undefined where the code is wrong, used up or old. */
  pair(request: PairRequest, guest: { fingerprint: string; certificate: string; host: string }): Promise<PairAnswer | undefined>;
  /** A paired PC was here. */
  onContact(fingerprint: string): void;
}

const mostBodyBytes = 1024 * 1024;
const mostRows = 1000;
const longestPollMs = 60_000;

/** Where paired PCs of the unit read this one's documents: TLS with the keys they were paired with, nothing for anybody else. Not listening yet. */
export function createNeighbourDoor(options: DoorOptions): Server {
  const { book } = options;
  const server = createServer({ cert: book.own.certificate, key: book.own.privateKey, requestCert: true, rejectUnauthorized: false, minVersion: 'TLSv1.3', keepAliveTimeout: 75_000 }, (request, response) => {
    answer(options, request, response).catch(() => { response.destroy(); });
  });
  server.on('tlsClientError', (_error, socket) => { socket.destroy(); });
  return server;
}

const send = (response: ServerResponse, status: number, body: unknown): void => { response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)); };

async function answer({ core, book, pair, onContact }: DoorOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const socket = request.socket as TLSSocket;
  const { raw } = socket.getPeerCertificate() as { raw?: Buffer };
  if (!raw) { send(response, 403, { error: 'forbidden', reason: 'no certificate' }); return; }
  const fingerprint = fingerprintOf(raw);
  const host = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const url = new URL(request.url ?? '/', 'https://neighbour');
  const [first = '', second = ''] = url.pathname.slice(1).split('/');
  if (first === 'pair' && request.method === 'POST') {
    const paired = await pair(await readBody(request) as PairRequest, { fingerprint, certificate: toPem(raw), host });
    if (paired) send(response, 200, paired); else send(response, 403, { error: 'forbidden', reason: 'the code is not right' });
    return;
  }
  const neighbour = book.paired(fingerprint);
  if (!neighbour) { send(response, 403, { error: 'forbidden', reason: 'not paired' }); return; }
  const port = Number(request.headers['x-tramxa-port']);
  if (Number.isInteger(port) && port > 0 && port < 65_536) book.moved(fingerprint, host, port);
  onContact(fingerprint);
  if (first === 'neighbours') { await neighbours(book, url.searchParams, request, response); return; }
  if (first === 'receipts') { await receipts(core, url.searchParams, request, response); return; }
  if (first === 'received' && request.method === 'POST') { await received(core, await readBody(request) as ReceivedQuery, request, response); return; }
  if (!core.databasesUp.includes(first)) { send(response, 404, { error: 'not_found', reason: 'no such database' }); return; }
  if (second === '_changes') { await changes(core, first, url.searchParams, String(request.headers['x-tramxa-device'] ?? ''), request, response); return; }
  if (second === '_bulk_get' && request.method === 'POST') {
    const { docs } = await readBody(request) as { docs?: LeafName[] };
    const found = namedLeaves(core, first, Array.isArray(docs) ? docs.slice(0, mostRows) : []);
    send(response, 200, { results: found.map((ok) => ({ id: ok._id, docs: [{ ok }] })) });
    return;
  }
  send(response, 404, { error: 'not_found', reason: 'missing' });
}

/** Resolves at the first ring that `fits`, or when the time is over; `false` where nobody waits for the answer any more. */
function waitFor(request: IncomingMessage, ms: number, listen: (ring: () => void) => () => void, fits: () => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (isThere: boolean) => { clearTimeout(timer); stop(); request.socket.off('close', left); resolve(isThere); };
    const left = () => done(false);
    const timer = setTimeout(() => done(true), Math.min(longestPollMs, ms || longestPollMs));
    const stop = listen(() => { if (fits()) done(true); });
    request.socket.once('close', left);
  });
}

/** A page at once where there is one; else as soon as something comes, or an empty one when the time is over. */
async function changes(core: JournalCore, database: string, query: URLSearchParams, except: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const since = Number(query.get('since')) || 0;
  const limit = Math.min(mostRows, Math.max(1, Number(query.get('limit')) || mostRows));
  const read = (from: number) => ({ ...readNeighbourFeed(core, { database, since: from, limit, except }), file: core.options.device });
  let page = read(since);
  const isNews = () => page.results.length > 0;
  if (!isNews() && query.get('feed') === 'longpoll' && Number(page.last_seq) >= since) {
    const look = () => { page = read(Number(page.last_seq)); return isNews(); };
    if (!await waitFor(request, Number(query.get('timeout')), (ring) => core.onChange(ring), look)) return;
  }
  send(response, 200, page);
}

/** The list of PCs: at once where it is not the one the asker named, else when it changes. */
async function neighbours(book: NeighbourBook, query: URLSearchParams, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const markOf = () => createHash('sha256').update(JSON.stringify(book.all())).digest('base64url');
  const given = query.get('mark');
  if (given === markOf() && !await waitFor(request, Number(query.get('timeout')), (ring) => book.onChange(ring), () => markOf() !== given)) return;
  send(response, 200, { neighbours: book.all(), mark: markOf() });
}

/** What the tiers proved: at once where it is not the state the asker named, else when it changes. */
async function receipts(core: JournalCore, query: URLSearchParams, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const given = query.get('mark');
  const isNews = () => markOfReceipts(core) !== given;
  if (!isNews() && !await waitFor(request, Number(query.get('timeout')), (ring) => core.onChange(ring), isNews)) return;
  send(response, 200, readSharedReceipts(core));
}

/** Where the asker has read to, in the file it took that for. */
interface ReceivedQuery { places?: ReceivedPlaces; file?: string; limit?: number; timeout?: number }

/** What only comes down: at once where there is something the asker has not seen, else when it comes. */
async function received(core: JournalCore, { places = {}, file, limit = mostRows, timeout = 0 }: ReceivedQuery, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const read = () => readReceived(core, places, Math.min(mostRows, Math.max(1, Number(limit) || 1)));
  let page = read();
  const isNews = () => { page = read(); return page.documents.length > 0; };
  if (page.documents.length === 0 && file === page.file && !await waitFor(request, Number(timeout), (ring) => core.onChange(ring), isNews)) return;
  send(response, 200, page);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > mostBodyBytes) throw new Error('too large');
    pieces.push(piece);
  }
  return JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown;
}

