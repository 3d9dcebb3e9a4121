import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encryptedLevelDown } from '../../../src-hub/engine/encrypted-files.ts';
import { compileSelector } from '../../../src-hub/engine/compile-selector.ts';
import { openPouch } from '../../../src-hub/engine/embedded/pouch.ts';
import type { PouchDatabase } from '../../../src-hub/engine/embedded/pouch-types.ts';
import { readFeed } from '../../../src-hub/engine/embedded/read-feed.ts';

const { matchesSelector } = createRequire(import.meta.url)('pouchdb-selector-core') as { matchesSelector(document: object, selector: object): boolean };
const hash = (n: number) => String(n).padStart(32, '0');

describe('readFeed', () => {
  let directory: string;
  beforeEach(() => { directory = mkdtempSync(join(tmpdir(), 'tramxa-feed-')); });
  afterEach(() => { rmSync(directory, { recursive: true, force: true }); });

  it('[SYN63] [HUB89] says what PouchDB\'s own feed says: branches, tombstones, attachments, from anywhere, at any length of page, in documents or in bytes', async () => {
    const { pouch: opened, pairs } = openPouch(join(directory, 'a.db'), encryptedLevelDown(randomBytes(32)));
    const pouch = opened as PouchDatabase & { bulkDocs(documents: object[], options: { new_edits: boolean }): Promise<unknown> };
    const write = fc.record({ id: fc.integer({ min: 1, max: 40 }), line: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }), deleted: fc.boolean(), attached: fc.boolean() });
    const writes = fc.sample(write, { numRuns: 120, seed: 7 });
    for (const { id, line, deleted, attached } of writes) {
      const ids = line.map((_, i) => hash(Number(line.slice(0, line.length - i).join(''))));
      await pouch.bulkDocs([{
        _id: `patients:${id}`, _rev: `${ids.length}-${ids[0] ?? ''}`, _revisions: { start: ids.length, ids }, device: `pc${id % 3}`, n: line,
        ...(deleted ? { _deleted: true } : {}), ...(attached && !deleted ? { _attachments: { a: { content_type: 'text/plain', data: 'YQ==' } } } : {}),
      }], { new_edits: false });
    }
    const whole = await pouch.changes({ since: 0, style: 'all_docs', include_docs: true, return_docs: true });
    expect(whole.results.some(({ changes }) => changes.length > 1)).toBe(true);
    expect(whole.results.some(({ deleted }) => deleted === true)).toBe(true);
    const direct = pairs();
    if (!direct) throw new Error('no store');
    for (const since of [0, ...whole.results.map(({ seq }) => seq)]) {
      for (const limit of [1, 3, 1000]) {
        const expected = whole.results.filter(({ seq }) => seq > since).slice(0, limit);
        const { rows: found } = readFeed(direct, since, limit);
        expect(found.map(({ seq, id, deleted }) => ({ seq, id, deleted }))).toEqual(expected.map(({ seq, id, deleted }) => ({ seq, id, deleted: deleted === true })));
        expect(found.map(({ leaves }) => [...leaves].sort())).toEqual(expected.map(({ changes }) => changes.map(({ rev }) => rev).sort()));
        expect(found.map(({ leaves }) => leaves[0])).toEqual(expected.map(({ doc }) => doc?._rev));
        expect(found.map(({ json }) => JSON.parse(String(json)) as unknown)).toEqual(expected.map(({ doc }) => doc));
      }
    }
    for (const mostBytes of [1, 700]) {
      const [pages, seqs] = [[] as number[], [] as number[]];
      for (let isLast = false; !isLast;) {
        const page = readFeed(direct, seqs.at(-1) ?? 0, 1000, mostBytes);
        pages.push(page.rows.length);
        seqs.push(...page.rows.map(({ seq }) => seq));
        isLast = page.isLast;
      }
      expect(seqs).toEqual(whole.results.map(({ seq }) => seq));
      // Only the last page may be empty: a reader always comes on.
      expect(pages.slice(0, -1).every((rows) => rows >= 1 && (mostBytes > 1 || rows === 1))).toBe(true);
      expect(pages.length).toBeGreaterThan(3);
    }
    await pouch.close();
  });
});

describe('compileSelector', () => {
  it('[SYN63] chooses what PouchDB chooses, and leaves to it what it does not know', () => {
    const value = fc.constantFrom('', 'a', 'b', 'ñ', 'patients:1');
    const condition = fc.oneof(value, fc.record({ $exists: fc.boolean() }), ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'].map((operator) => value.map((v) => ({ [operator]: v }))));
    const field = fc.record({ device: condition, unit: condition }, { requiredKeys: [] });
    const selector = fc.oneof(field, fc.record({ $or: fc.array(field, { minLength: 1, maxLength: 3 }) }), fc.record({ $nor: fc.array(field, { minLength: 1, maxLength: 2 }) }));
    const document = fc.record({ _id: value, device: fc.oneof(value, fc.constantFrom(1, true, null, [], {})), unit: value }, { requiredKeys: ['_id'] });
    fc.assert(fc.property(selector, document, (given, body) => { expect(compileSelector(given)?.(body)).toBe(matchesSelector(body, given)); }), { numRuns: 2000 });
    for (const unknown of [{ a: { $in: ['x'] } }, { 'a.b': 'x' }, { $not: { a: 'x' } }, { a: 1 }, { a: { $gt: 5 } }, { $or: [{ a: { $size: 1 } }] }, { a: {} }]) expect(compileSelector(unknown)).toBeUndefined();
  });
});
