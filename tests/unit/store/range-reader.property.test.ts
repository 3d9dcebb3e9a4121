import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openPairFile } from '../../../store/pair-file.ts';
import type { PairValue } from '../../../store/pair-file.ts';
import { aDirectory, aKey } from './store-in-temp-dir.ts';

const bytes = (options: object) => fc.uint8Array(options).map((one) => Buffer.from(one));
const long = fc.integer({ min: 65_530, max: 65_545 }).map((size) => Buffer.alloc(size, 'é'));
const value = fc.oneof({ weight: 20, arbitrary: bytes({ maxLength: 40 }) }, { weight: 20, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) }, long, long.map(String));

it('[STO72] a range has the pairs that lie there, byte for byte, whatever their lengths, and ends where it is full', () => {
  const file = openPairFile({ file: join(aDirectory(), 'pairs.db'), key: aKey(7), cipher: 'aegis' });
  const pairs = new Map<string, PairValue>();
  fc.sample(fc.tuple(bytes({ minLength: 1, maxLength: 3 }), value), { numRuns: 900, seed: 11 }).forEach(([key, one]) => { pairs.set(key.toString('hex'), one); });
  file.write([...pairs].map(([key, one]) => ({ type: 'put', key: Buffer.from(key, 'hex'), value: one })));
  const inOrder = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(inOrder.length).toBeGreaterThan(600);
  const hexKey = bytes({ maxLength: 2 });
  fc.assert(fc.property(hexKey, hexKey, fc.constantFrom(1, 5, 255, 256, 257, 2_000), fc.constantFrom(0, 100, 70_000, undefined), (after, before, limit, mostBytes) => {
    const expected: [string, string, string][] = [];
    let sum = 0;
    for (const [key, one] of inOrder) {
      if (key <= after.toString('hex') || key >= before.toString('hex') || expected.length === limit) continue;
      const held = Buffer.from(one as string);
      expected.push([key, held.toString('hex'), typeof one === 'string' ? 'text' : 'blob']);
      sum += held.length;
      if (mostBytes !== undefined && sum >= mostBytes) break;
    }
    expect(file.range(after, before, limit, mostBytes).map(([key, held, form]) => [key.toString('hex'), held.toString('hex'), form])).toEqual(expected);
  }), { numRuns: 60, examples: [[Buffer.alloc(0), Buffer.from([255, 255, 255, 255]), 2_000, undefined]] });
  file.close();
});
