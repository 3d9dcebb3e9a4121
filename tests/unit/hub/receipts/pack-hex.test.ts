import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packId, packRev, unpackId, unpackRev } from '../../../../src-hub/receipts/pack-hex.ts';

const text = (kept: string | Buffer): string => (typeof kept === 'string' ? `t${kept}` : `b${kept.toString('latin1')}`);

it('[RCP35] an id or revision comes back as it was, whatever it is, and no two are kept as the same', () => {
  const id = 'encounters:019a0000-0000-7000-8000-00000000002a';
  expect([packId(id), packRev('12-0123456789abcdef0123456789abcdef')].map((kept) => kept.length)).toEqual([27, 19]);
  for (const odd of ['org:25001', id.toUpperCase(), `${id} `, `${id}\n`, '', 'conflict:patients:019a0000-0000-7000-8000-00000000002a:1-a:1-b', `đ:${id}`]) expect(unpackId(packId(odd))).toBe(odd);
  const one = fc.oneof(fc.uuid().map((uuid) => `encounters:${uuid}`), fc.string(), fc.uuid(), fc.string().chain((prefix) => fc.uuid().map((uuid) => prefix + uuid)));
  fc.assert(fc.property(one, one, (a, b) => { expect(unpackId(packId(a))).toBe(a); if (a !== b) expect(text(packId(a))).not.toBe(text(packId(b))); }));
  const hash = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 32, maxLength: 32 }).map((digits) => digits.map((digit) => digit.toString(16)).join(''));
  const rev = fc.oneof(fc.nat().chain((n) => hash.map((hex) => `${n}-${hex}`)), fc.string());
  fc.assert(fc.property(rev, rev, (a, b) => { expect(unpackRev(packRev(a))).toBe(a); if (a !== b) expect(text(packRev(a))).not.toBe(text(packRev(b))); }));
});
