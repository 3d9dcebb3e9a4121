import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { addUser } from '../../../src-hub/main.ts';
import type { SubmittedRecord, SubmittedRow } from '../../../src-shared/contract/hub-api.ts';
import { createHubWorld, engineKinds, until, type Credential } from '../../contract/hub/hub-world.ts';
import { visitId, type Conversation, type Exchange } from '../../fixtures/conversations/conversation.ts';
import { readerPassword, signInReader } from './console-client.ts';

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/conversations', `${name}.json`), 'utf8')) as Conversation;

/** What the old program found in an answer and today's lacks, or has as something else. A list needs one row of each shape there was. */
function lacks(before: unknown, now: unknown, at = '$'): string[] {
  if (before === null || now === null) return before === now || before === null ? [] : [at];
  if (Array.isArray(before)) return Array.isArray(now) ? before.flatMap((row, n) => (now.some((one) => lacks(row, one).length === 0) ? [] : [`${at}[${n}]`])) : [at];
  if (typeof before === 'object') return typeof now === 'object' && !Array.isArray(now) ? Object.entries(before).flatMap(([key, value]) => (key in now ? lacks(value, (now as Record<string, unknown>)[key], `${at}.${key}`) : [`${at}.${key}`])) : [at];
  return typeof before === typeof now ? [] : [at];
}

/** The program's side of a conversation: its sign-in, and the places in the feeds it was told. */
function createOldProgram(url: string, { user, password }: Credential) {
  const since = new Map<string, string>();
  /** Ids a program got of a database, over all its requests. */
  const got = new Set<string>();
  let cookie = '';
  async function send({ method, path, signedInBy, headers, body, wasGzipped }: Exchange): Promise<{ status: number; answer: unknown }> {
    const database = path.slice(0, path.indexOf('?'));
    const text = body === undefined ? undefined : JSON.stringify(path === '/_session' ? { name: user, password } : body);
    const response = await fetch(url + path.replace('{since}', () => encodeURIComponent(since.get(database) ?? '0')), {
      method, headers: {
        ...headers, ...(signedInBy === 'password' ? { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` } : signedInBy === 'session' ? { cookie } : {}),
        ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...(wasGzipped ? { 'content-encoding': 'gzip' } : {}),
      },
      ...(text === undefined ? {} : { body: wasGzipped ? gzipSync(text) : text }),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const answer = JSON.parse(await response.text()) as { last_seq?: unknown; results?: { id: string }[] };
    if (typeof answer.last_seq === 'string') since.set(database, answer.last_seq);
    for (const { id } of answer.results ?? []) got.add(id);
    return { status: response.status, answer };
  }
  return { send, got };
}

const rowsOf = (answer: unknown) => (answer as { results?: { id: string }[] } | null)?.results;

it.each(engineKinds.flatMap((engine) => ['first-program', 'second-program'].map((name) => ({ engine, name }))))(
  '[HUB75] the station of the $name, as it was recorded, gets from today\'s door ($engine) what it needs: enrolled, stored, proved, returned, corrected, accepted', async ({ engine, name }) => {
    const { turns } = read(name);
    const world = createHubWorld(engine);
    try {
      const hub = await world.hub({ unit: '769', tier: 'district' });
      const program = createOldProgram(hub.url, await world.device(hub, '25001'));
      await addUser({ dir: hub.dir, account: 'xem', password: readerPassword, role: 'reviewer', unit: '769', passwordOnly: true });
      const reader = await signInReader(hub.url, 'xem');
      const row = async () => (await reader.query<{ rows: SubmittedRow[] }>('submitted', {})).rows.find(({ recordId }) => recordId === visitId);
      const wanted = new Set<string>();
      for (const [n, turn] of turns.entries()) {
        if ('reviewer' in turn) {
          const before = await until(row, (found) => found !== undefined && found.review === 'submitted', 30_000);
          const answer = await reader.tell('decide', { key: crypto.randomUUID(), unit: '25001', recordId: visitId, version: before?.version ?? '', decision: turn.reviewer, ...(turn.reviewer === 'returned' ? { comment: 'Thiếu liều thuốc' } : {}) });
          expect(answer).toMatchObject({ ok: true, count: 1 });
          continue;
        }
        const { status, answer } = await program.send(turn);
        const line = `${n} ${turn.method} ${turn.path}`;
        expect(status, `${line}: ${JSON.stringify(answer).slice(0, 300)}`).toBe(turn.status);
        // Rows of a feed come when they are there; what they look like is asked of each that is of the same collection.
        const [before, now] = [rowsOf(turn.answer), rowsOf(answer)];
        const { results: _, ...rest } = (turn.answer ?? {}) as Record<string, unknown>;
        expect(lacks(before ? rest : turn.answer, answer), line).toEqual([]);
        for (const one of before ?? []) {
          const kind = one.id.split(':')[0] ?? '';
          wanted.add(kind === 'review' ? 'review' : one.id);
          const alike = (now ?? []).filter(({ id }) => id.startsWith(`${kind}:`));
          for (const found of alike) expect(lacks(one, found), `${line} ${found.id}`).toEqual([]);
        }
      }
      // Everything it got on that day it got today: receipts and both words of the reviewer.
      expect([...wanted].filter((id) => (id === 'review' ? [...program.got].filter((one) => one.startsWith('review:')).length < 2 : !program.got.has(id)))).toEqual([]);
      const record = await reader.query<SubmittedRecord | null>('record', { unit: '25001', recordId: visitId });
      expect(record).toMatchObject({ row: { review: 'accepted' }, record: { treatment: 'Paracetamol 500 mg, ngày 2 viên' } });
      const station = (await reader.query<{ documents: object; denied: number }[]>('stations'))[0];
      expect(station).toMatchObject({ documents: { health: 9, resources: 4 }, denied: 0 });
    } finally {
      await world.end();
    }
  }, 120_000);
