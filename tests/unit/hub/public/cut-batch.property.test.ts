import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openEmbeddedEngine } from '../../../../src-hub/engine/embedded/open-embedded-engine.ts';
import { encryptedLevelDown } from '../../../../src-hub/engine/encrypted-files.ts';
import { PlainDocument, bodyOf } from '../../../../src-hub/engine/plain-document.ts';
import type { WrittenDocument } from '../../../../src-hub/engine/plain-document.ts';
import { holdsPlainText } from '../../../../src-hub/public/check-document.ts';
import { cutBatch } from '../../../../src-hub/public/cut-batch.ts';
import { documentRefusal } from '../../../../src-hub/public/handlers/bulk-docs.ts';

const unit = '25001';
const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('Nguyễn Thị Ánh', '"', '\\', '\n', '\u{1f9d2}', ']}', '},'));
const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), text, fc.double({ noNaN: true, noDefaultInfinity: true }));
const id = fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 20 }).map((n) => `encounters:${n}`) }, { weight: 1, arbitrary: fc.oneof(text, fc.constantFrom('reviews:1', '_design/x', 5, '', 'x'.repeat(600))) });
const rev = fc.oneof({ weight: 9, arbitrary: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('a', 'b', 'c')).map(([n, hash]) => `${n}-${hash}`) }, { weight: 1, arbitrary: fc.constantFrom('0-a', 7, '1-') });
// Not a name of one character that is escaped: V8's JSON.parse reads `"\\""` as a backslash after an object of that shape.
const name = text.filter((one) => !/^["\\\n]$/.test(one));
const fields = fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom('patientId', 'signs', 'name', 'constructor') }, { weight: 1, arbitrary: name }), value, { maxKeys: 5 });
const whose = fc.oneof({ weight: 8, arbitrary: fc.constant({ unit, device: 'pc1' }) }, { weight: 1, arbitrary: fc.constantFrom({}, { unit }, { unit: '25002', device: 'pc1' }, { unit, device: 5 }) });
const special = fc.oneof({ weight: 6, arbitrary: fc.constant({}) }, { weight: 4, arbitrary: fc.constantFrom(
  { _deleted: true }, { _deleted: 'yes' }, { _attachments: { a: { data: 'YQ==' } } }, { _conflicts: ['1-x'] }, { _other: 1 }, { _revisions: { start: 2, ids: ['b', 'a'] } }, { _revisions: null },
) });
const document = fc.record({ id, rev, fields, whose, special, kind: fc.constantFrom('first', 'first', 'last', 'middle', 'bare', 'other') }).map(({ id: _id, rev: _rev, fields: own, whose: by, special: its, kind }): unknown => {
  switch (kind) {
    case 'first': return { _id, _rev, ...its, ...own, ...by };
    case 'last': return { _id, ...by, ...own, ...its, _rev };
    case 'middle': return { _id, ...own, _rev, ...by, ...its };
    case 'bare': return { _id, _rev, ...its };
    default: return own['name'] ?? null;
  }
});
const documents = fc.array(document, { maxLength: 8 });
const bodyFor = (docs: readonly unknown[]) => Buffer.from(JSON.stringify({ new_edits: false, docs }));
const parsed = (json: Buffer) => (JSON.parse(json.toString()) as { docs: unknown[] }).docs;
const cut = (json: Buffer) => (holdsPlainText(json) ? cutBatch(json) : undefined);
const asRead = (one: unknown): unknown => (one instanceof PlainDocument ? one.body : one);

type Call = Parameters<typeof documentRefusal>[0];
const call = (kind: 'device' | 'child', maxDocumentBytes: number) => ({ config: { maxDocumentBytes }, principal: { kind, user: `${unit}.pc1`, unit, device: 'pc1' } }) as unknown as Call;
const refusalsOf = (given: readonly unknown[], kind: 'device' | 'child', most: number, database: 'health' | 'resources') =>
  given.map((one) => documentRefusal(call(kind, most), one, { kind: database, unit }, { minted: true, measure: true, isPlain: true }));

it('[HSP9] what is cut reads as it does parsed, and the same is refused in the same words', () => {
  let plain = 0;
  fc.assert(fc.property(documents, fc.constantFrom('device', 'child'), fc.constantFrom('health', 'resources'), fc.constantFrom(60, 120, 5000), (docs, kind, database, most) => {
    const json = bodyFor(docs);
    const given = cut(json);
    if (!given) { expect(holdsPlainText(json)).toBe(false); return; }
    plain += given.filter((one) => one instanceof PlainDocument).length;
    expect(given.map(asRead)).toEqual(parsed(json));
    expect(refusalsOf(given, kind, most, database)).toEqual(refusalsOf(parsed(json), kind, most, database));
  }), { numRuns: 300, seed: 3 });
  expect(plain).toBeGreaterThan(300);
});

it('[HSP9] what is not whole JSON of that form is not cut, or reads as it does parsed', () => {
  let refused = 0;
  const damage = fc.record({ at: fc.nat(), byte: fc.oneof(fc.constantFrom(...[...'",:{}[]\\\n0-+.etfn '].map((one) => one.charCodeAt(0))), fc.nat({ max: 255 })), kind: fc.constantFrom('change', 'insert', 'remove', 'end') });
  fc.assert(fc.property(documents, damage, (docs, { at, byte, kind }) => {
    const good = bodyFor(docs);
    const place = at % good.length;
    const json = kind === 'end' ? good.subarray(0, place) : Buffer.concat([good.subarray(0, place), Buffer.from(kind === 'remove' ? [] : [byte]), good.subarray(kind === 'insert' ? place : place + 1)]);
    const given = cut(json);
    if (!given) { refused += 1; return; }
    expect(Buffer.from(json.toString())).toEqual(json);
    expect(given.map(asRead)).toEqual(parsed(json));
  }), { numRuns: 600, seed: 4 });
  expect(refused).toBeGreaterThan(100);
});

let directory: string;
beforeEach(() => { directory = mkdtempSync(join(tmpdir(), 'tramxa-cut-')); });
afterEach(() => { rmSync(directory, { recursive: true, force: true }); });

it('[HSP9] stored as it came it is what it is stored parsed: bodies, history, tombstones, the feed', async () => {
  const engine = openEmbeddedEngine({ dir: directory, openLevelDown: encryptedLevelDown(Buffer.alloc(32, 3)) });
  const seen = async (name: string) => engine.use(name, async (database) => {
    const { rows } = await database.changes({ since: '', limit: 1000, style: 'all', withBodies: true });
    const leaves = await Promise.all(rows.map(async (row) => (await database.openRevisions(row.id, 'all', { revisions: true })).map((one) => ('ok' in one ? one.ok : one))));
    return { rows: rows.map(({ sequence, id: of, leaves: revs, deleted, body }) => ({ at: Number.parseInt(sequence, 10), of, revs, deleted, body })), leaves, documents: (await database.info()).documents };
  });
  await engine.create('cut');
  await engine.create('parsed');
  let stored = 0;
  await fc.assert(fc.asyncProperty(documents, async (docs) => {
    const json = bodyFor(docs);
    const given = cut(json);
    if (!given) return;
    const taken = given.filter((one) => documentRefusal(call('device', 5000), one, { kind: 'health', unit }, { minted: true, measure: true, isPlain: true }) === undefined) as WrittenDocument[];
    stored += taken.filter((one) => one instanceof PlainDocument).length;
    const fresh = JSON.parse(JSON.stringify(taken.map(bodyOf))) as WrittenDocument[];
    const answers = [await engine.use('cut', (database) => database.write(taken, { minted: true })), await engine.use('parsed', (database) => database.write(fresh, { minted: true }))];
    expect(answers[0]).toEqual(answers[1]);
  }), { numRuns: 40, seed: 5 });
  expect(stored).toBeGreaterThan(20);
  expect(await seen('cut')).toEqual(await seen('parsed'));
  await engine.close();
});
