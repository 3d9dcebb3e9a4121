import type { Answer, SignedCall } from '../call.ts';
import { parseChangesRequest } from '../changes-request.ts';
import type { ChangesRequest } from '../changes-request.ts';
import { methodNotAllowed } from '../door-refusal.ts';
import { openFeedWriter } from '../feed-writer.ts';
import type { FeedWriter } from '../feed-writer.ts';
import { readChanges } from '../select-changes.ts';
import type { WireChange } from '../select-changes.ts';
import { readable } from './access-database.ts';

interface Feed { call: SignedCall; name: string; request: ChangesRequest; writer: FeedWriter }

/** The rows as they go over the wire, `between` two of them; documents are copied as they were stored. */
function changesToBytes(changes: readonly WireChange[], between: string, before = '', after = ''): Buffer {
  const pieces: Buffer[] = [];
  let text = before;
  for (const [n, { doc, ...row }] of changes.entries()) {
    if (n > 0) text += between;
    text += JSON.stringify(row);
    if (doc === undefined) continue;
    pieces.push(Buffer.from(`${text.slice(0, -1)},"doc":`), doc);
    text = '}';
  }
  pieces.push(Buffer.from(text + after));
  return Buffer.concat(pieces);
}

/** Waits for a write to the database, with heartbeats; `false` when the feed shall end. */
async function waitForChange({ call, name, request, writer }: Feed, version: number, until: number): Promise<boolean> {
  while (!call.signal.aborted && call.updates.version(name) <= version) {
    const left = until - performance.now();
    if (left <= 0) return false;
    const timeoutMs = Math.min(left, request.heartbeatMs ?? left, 2 ** 31 - 1);
    await call.idle(call.updates.next({ database: name, version, timeoutMs, signal: call.signal }));
    if (call.updates.version(name) <= version && request.heartbeatMs !== undefined) await writer.write('\n', { now: true });
  }
  return !call.signal.aborted && call.engine.has(name);
}

/** Everything there is now, then, where the feed waits and had nothing to say, the next change. */
async function list(feed: Feed): Promise<void> {
  const { call, name, request, writer } = feed;
  const until = request.feed === 'longpoll' ? performance.now() + (request.timeoutMs ?? Infinity) : 0;
  let sequence = request.since;
  let sent = 0;
  let finished = false;
  await writer.write('{"results":[\n', { now: request.feed === 'longpoll' });
  for (;;) {
    const version = call.updates.version(name);
    const page = await call.engine.use(name, (database) => readChanges(database, request, sequence, request.limit - sent));
    ({ sequence, finished } = page);
    if (page.changes.length) await writer.write(changesToBytes(page.changes, ',\n', sent ? ',\n' : ''));
    sent += page.changes.length;
    if (sent >= request.limit || call.signal.aborted) break;
    if (!page.finished) continue;
    if (sent || request.feed === 'normal' || !await waitForChange(feed, version, until)) break;
  }
  await writer.end(`\n],\n"last_seq":${JSON.stringify(sequence)},"pending":${finished ? 0 : 1}}\n`);
}

/** A line per change, for as long as the client stays. */
async function continuous(feed: Feed): Promise<void> {
  const { call, name, request, writer } = feed;
  let sequence = request.since;
  let sent = 0;
  await writer.write('', { now: true });
  for (;;) {
    const version = call.updates.version(name);
    const page = await call.engine.use(name, (database) => readChanges(database, request, sequence, request.limit - sent));
    ({ sequence } = page);
    if (page.changes.length) await writer.write(changesToBytes(page.changes, '\n', '', '\n'), { now: true });
    sent += page.changes.length;
    if (sent >= request.limit || call.signal.aborted) break;
    if (page.finished && !await waitForChange(feed, version, performance.now() + (request.timeoutMs ?? Infinity))) break;
  }
  await writer.end(`{"last_seq":${JSON.stringify(sequence)},"pending":0}\n`);
}

/** `GET|POST /db/_changes`. */
export async function changes(call: SignedCall, name: string): Promise<Answer> {
  if (call.method !== 'GET' && call.method !== 'POST') throw methodNotAllowed('GET,POST');
  readable(call, name);
  const request = await parseChangesRequest(call);
  if (request.since === 'now') request.since = await call.engine.use(name, async (database) => (await database.info()).sequence);
  const feed: Feed = { call, name, request, writer: openFeedWriter(call.request, call.response, call.signal) };
  await (request.feed === 'continuous' ? continuous(feed) : list(feed));
  return 'sent';
}
