import { setImmediate as nextRound } from 'node:timers/promises';
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

/** A row but for its document and its last brace. */
function headOf({ seq, id, changes: leaves, deleted }: WireChange): string {
  const revs = leaves.map(({ rev }) => `{"rev":${JSON.stringify(rev)}}`);
  return `{"seq":${JSON.stringify(seq)},"id":${JSON.stringify(id)},"changes":[${revs.join(',')}]${deleted ? ',"deleted":true' : ''}`;
}

const MOST_BYTES_OF_UNIT = 3;

/** The rows as they go over the wire, `between` two of them; documents are copied as they were stored. */
function changesToBytes(changes: readonly WireChange[], between: string, before = '', after = ''): Buffer {
  const texts: string[] = [];
  let room = 0;
  let text = before;
  const add = (doc: Buffer | undefined, next: string) => {
    texts.push(text);
    room += text.length * MOST_BYTES_OF_UNIT + (doc?.length ?? 0);
    text = next;
  };
  for (const [n, change] of changes.entries()) {
    text += (n > 0 ? between : '') + headOf(change);
    if (change.doc) text += ',"doc":';
    add(change.doc, '}');
  }
  add(undefined, '');
  const bytes = Buffer.allocUnsafe(room + after.length * MOST_BYTES_OF_UNIT);
  let at = 0;
  for (const [n, one] of texts.entries()) {
    at += bytes.write(one, at);
    const doc = changes[n]?.doc;
    if (doc) at += doc.copy(bytes, at);
  }
  at += bytes.write(after, at);
  return bytes.subarray(0, at);
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
    if (!page.finished) {
      // Where nothing fits, nothing is written either: others have their turn all the same.
      await nextRound();
      continue;
    }
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
    if (!page.finished) await nextRound();
    else if (!await waitForChange(feed, version, performance.now() + (request.timeoutMs ?? Infinity))) break;
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
