import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, mintRevision } from '../../../sync/index.ts';

/** Written out again by other means: each object made anew with its keys sorted, then one call. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]));
}

/** No key that looks like a whole number: JavaScript itself moves those to the front, wherever they were put. */
const name = fc.string({ unit: 'grapheme', maxLength: 6 }).filter((key) => !/^\d+$/.test(key) && key !== '__proto__' && key !== 'toJSON');
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, fc.constantFrom(null, true, false, undefined), fc.double(), fc.integer(), fc.string({ unit: 'binary' }), fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(name, tie('value'), { maxKeys: 6 })),
}));

it('[SYN1] the canonical text of a value is the same in whatever order its keys come, and that of JSON.stringify where they come in order', () => {
  fc.assert(fc.property(json, (value) => {
    const text = JSON.stringify(sorted(value)) ?? 'null';
    expect(canonicalJson(value)).toBe(text);
    expect(canonicalJson(sorted(value))).toBe(text);
  }), { numRuns: 500 });
});

it('[SYN1] keys that look like numbers, nested disorder and things that write themselves are put in order too', () => {
  expect(canonicalJson({ b: 1, 10: 'x', 9: 'y', a: [{ d: 1, c: undefined, a: 2 }] })).toBe('{"10":"x","9":"y","a":[{"a":2,"d":1}],"b":1}');
  expect(canonicalJson({ a: { toJSON: 1 }, b: [undefined, Number.NaN, -0] })).toBe('{"a":{"toJSON":1},"b":[null,null,0]}');
});

it('[SYN1] a revision is half the SHA-256 of the canonical body and the parent, however long the body', () => {
  for (const length of [1, 10_000, 30_000, 200_000]) {
    const body = { text: 'ệ\u{1f9d2}x'.repeat(length), _id: 'a:1', _rev: 'not content', _meta: { lwt: 1 } };
    const expected = createHash('sha256').update(`{"_id":"a:1","text":"${body.text}"}\n3-abc`).digest('hex').slice(0, 32);
    expect(mintRevision(body, '3-abc')).toBe(`4-${expected}`);
  }
});
