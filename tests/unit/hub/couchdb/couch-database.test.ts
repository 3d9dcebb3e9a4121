import { describe, expect, it } from 'vitest';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import { createCouchDatabase } from '../../../../src-hub/engine/couchdb/couch-database.ts';
import { AnswerTooLarge, createAskCouch } from '../../../../src-hub/engine/couchdb/couch-server.ts';
import type { AskCouch } from '../../../../src-hub/engine/couchdb/couch-server.ts';
import { EngineAway } from '../../../../src-hub/engine/engine.ts';

type Reply = [status: number, body: unknown, type?: string];
/** A CouchDB that answers each question but the sign-in as told. */
const couchAnswering = (answer: (path: string, body: { docs?: DocumentBody[]; keys?: string[] }) => Reply): AskCouch => createAskCouch({ url: 'http://couch', user: 'u', password: 'p' }, async (input, init) => {
  const { pathname, search } = new URL(String(input));
  if (pathname === '/_session') return new Response('{"ok":true}', { headers: { 'set-cookie': 'AuthSession=x; Path=/' } });
  const [status, body, type = 'application/json'] = answer(pathname + search, init?.body ? JSON.parse(Buffer.from(init.body as Uint8Array).toString()) as object : {});
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'content-type': type } });
});
const databaseOf = (ask: AskCouch) => createCouchDatabase({ name: 'health-1', path: '/health-1', ask, instance: async () => '7', stored: () => undefined });
const document = (n: number, more: object = {}): DocumentBody => ({ _id: `patients:${n}`, _rev: `1-${String(n).padStart(32, 'a')}`, ...more });

describe('writing to a CouchDB', () => {
  it.each([
    [413, { error: 'document_too_large', reason: 'patients:37' }, 'document_too_large'],
    [412, { error: 'missing_stub', reason: 'Invalid attachment stub' }, 'missing_stub: Invalid attachment stub'],
    [400, { error: 'doc_validation', reason: 'Bad special document member' }, 'doc_validation: Bad special document member'],
  ])('[CDB12] a document for which CouchDB refuses the whole batch (%i) is refused alone; the others are stored in their order', async (status, said, reason) => {
    const stored: string[] = [];
    let asked = 0;
    const database = databaseOf(couchAnswering((_, { docs = [] }) => {
      asked++;
      if (docs.some((one) => one['isBad'])) return [status, said];
      stored.push(...docs.map((one) => one._id));
      return [201, []];
    }));
    const documents = Array.from({ length: 200 }, (_, n) => document(n, n === 37 ? { isBad: true } : {}));
    expect(await database.write(documents, { minted: true })).toEqual([{ id: 'patients:37', rev: document(37)._rev, error: 'forbidden', reason }]);
    expect(stored).toEqual(documents.filter((one) => !one['isBad']).map((one) => one._id));
    expect(asked).toBeLessThan(30);
  });

  it('[CDB12] what stands before CouchDB blames no document, by a page or by a 412 of its own', async () => {
    await expect(databaseOf(couchAnswering(() => [412, { error: 'precondition_failed', reason: 'try later' }])).write([document(1)], { minted: true })).rejects.toBeInstanceOf(EngineAway);
    const proxy = (status: number) => databaseOf(couchAnswering(() => [status, '<html>Bad request</html>', 'text/html']));
    await expect(proxy(400).write([document(1)], { minted: true })).rejects.toBeInstanceOf(EngineAway);
    await expect(proxy(404).read('patients:1')).rejects.toBeInstanceOf(EngineAway);
  });
});

describe('reading much from a CouchDB', () => {
  const sizes = 10;
  /** Answers no more than so many bodies at once, as where each is large. */
  const most = 3;
  const ids = Array.from({ length: sizes }, (_, n) => `patients:${n}`);
  const bulky: AskCouch = async <T>(method: string, path: string, { body }: { body?: unknown } = {}) => {
    const { searchParams: query, pathname } = new URL(path, 'http://couch');
    const { docs = [], keys, include_docs: withBodies, limit = sizes } = (body ?? {}) as { docs?: { id: string; rev: string }[]; keys?: string[]; include_docs?: boolean; limit?: number };
    const answer = (): object => {
      if (method === 'GET') {
        const since = Number.parseInt(query.get('since') ?? '0', 10);
        const rows = ids.slice(since, since + Number(query.get('limit')));
        if (rows.length > most) throw new AnswerTooLarge();
        return { results: rows.map((id, at) => ({ seq: `${since + at + 1}-x`, id, changes: [{ rev: '1-a' }], doc: { _id: id, _rev: '1-a' } })), last_seq: `${since + rows.length}-x` };
      }
      if (pathname.endsWith('/_bulk_get')) {
        if (docs.length > most || docs.some(({ id }) => id === 'patients:4')) throw new AnswerTooLarge();
        return { results: docs.map(({ id, rev }) => ({ id, docs: [{ ok: { _id: id, _rev: rev } }] })) };
      }
      const wanted = keys ?? ids.slice(0, limit);
      if (withBodies && wanted.length > most) throw new AnswerTooLarge();
      return { total_rows: sizes, offset: 0, rows: wanted.map((id) => ({ id, key: id, value: { rev: '1-a' }, ...(withBodies ? { doc: { _id: id, _rev: '1-a' } } : {}) })) };
    };
    return { status: 200, body: answer() as T, said: '' };
  };

  it('[CDB13] a page of the feed that is too much at once is read in smaller ones, to the end', async () => {
    const database = databaseOf(bulky);
    const seen: string[] = [];
    let since = '';
    for (let finished = false; !finished;) {
      const page = await database.changes({ since, limit: 20, style: 'all', withBodies: true });
      seen.push(...page.rows.map(({ id }) => id));
      ({ sequence: since, finished } = page);
    }
    expect(seen).toEqual(ids);
  });

  it('[CDB13] documents asked for together come in parts; one that is too much alone is named, and holds up none', async () => {
    const found = await databaseOf(bulky).bulkGet(ids.map((id) => ({ id, rev: '1-a' })), { revisions: true, attachments: true });
    expect(found.map(({ id }) => id)).toEqual(ids);
    expect(found.filter(({ docs }) => docs.some((one) => 'error' in one))).toMatchObject([{ id: 'patients:4', docs: [{ error: { error: 'too_large' } }] }]);
  });

  it('[CDB13] a range with bodies comes in parts', async () => {
    const { rows, total } = await databaseOf(bulky).allDocuments({ startKey: 'patients:', endKey: 'patients;', withBodies: true });
    expect(total).toBe(sizes);
    expect(rows.map((row) => ('doc' in row ? row.doc?._id : row))).toEqual(ids);
  });
});
