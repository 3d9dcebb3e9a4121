import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, decodeDigest, Digest, encodeDigest, leafHash, mintRevision } from '../../../sync/index.ts';

describe('digest', () => {
  it('[SYN38] bucket and leaf hash are as on the wire', () => {
    expect(bucketOf('patients:1')).toBe(createHash('sha256').update('patients:1').digest()[0]);
    expect(leafHash('patients:1', '1-a').toString('hex')).toBe(createHash('sha256').update('patients:1\n1-a').digest('hex').slice(0, 32));
    expect(Buffer.from(encodeDigest(new Digest()), 'base64')).toHaveLength(256 * 20);
  });

  it('[SYN38] does not depend on the order, and comes back from the wire as it was', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string(), { maxLength: 20 }), (ids) => {
      const [one, other] = [new Digest(), new Digest()];
      for (const id of ids) one.add(id, '1-a');
      for (const id of [...ids].reverse()) other.add(id, '1-a');
      other.add('x', '2-b');
      other.remove('x', '2-b');
      expect(encodeDigest(other)).toBe(encodeDigest(one));
      expect(encodeDigest(decodeDigest(encodeDigest(one)) ?? new Digest())).toBe(encodeDigest(one));
    }));
  });

  it('[SYN38] a text that is no digest is none', () => {
    expect(decodeDigest('AAAA')).toBeUndefined();
    expect(decodeDigest(undefined)).toBeUndefined();
  });

  it('[SYN1] the revision does not depend on bookkeeping or the order of keys', () => {
    const body = { _id: 'a:1', b: 1, a: { d: 1, c: [1, { f: 1, e: 2 }] } };
    const rev = mintRevision(body, '3-abc');
    expect(rev).toMatch(/^4-[0-9a-f]{32}$/);
    expect(mintRevision({ a: { c: [1, { e: 2, f: 1 }], d: 1 }, b: 1, _id: 'a:1', _rev: '9-x', _deleted: false, _meta: { lwt: 1 }, _attachments: {} }, '3-abc')).toBe(rev);
    expect(mintRevision({ ...body, b: 2 }, '3-abc')).not.toBe(rev);
    expect(mintRevision(body, '3-abd')).not.toBe(rev);
  });
});
