import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../../src-shared/domain/common/build-document.ts';
import { canonicalJson } from '../../../../src-shared/domain/common/canonical-json.ts';
import { documentBase } from '../../../../src-shared/domain/common/document.ts';
import { uuidV7 } from '../../../../src-shared/domain/common/uuid-v7.ts';
import { aContext, NOW_MS } from '../../../support/builders.ts';

describe('buildDocument', () => {
  it('[AUD10] says unit, device, who, when, version and schema, and nothing undefined', () => {
    const body = buildDocument('lots', { a: 1, b: undefined, c: { d: undefined, e: [{ f: undefined }] }, _meta: { lwt: 1 } }, aContext());
    expect(documentBase.safeParse(body).error).toBeUndefined();
    expect(body._id).toMatch(/^lots:/);
    expect(Object.keys(body)).not.toContain('b');
    expect(Object.keys(body)).not.toContain('_meta');
    expect(body.c).toEqual({ e: [{}] });
    expect(Object.keys(body.c)).toEqual(['e']);
    expect(body).toMatchObject({ unit: '25001', device: 'pc1', createdAt: '2026-11-22T03:00:00.000Z', updatedBy: 'hoa', schemaVersion: 1 });
  });

  it('[AUD10] a next version keeps id, unit and origin and has its own device, time and stamp', () => {
    const first = buildDocument('lots', {}, aContext());
    const next = buildDocument('lots', {}, aContext({ nowMs: NOW_MS + 1000, device: 'pc2', account: 'lan', unit: '99999' }), { previous: first });
    expect(next).toMatchObject({ _id: first._id, unit: '25001', createdAt: first.createdAt, createdBy: 'hoa', device: 'pc2', updatedBy: 'lan', updatedAt: '2026-11-22T03:00:01.000Z' });
    expect(next.version > first.version).toBe(true);
  });
});

describe('uuidV7', () => {
  it('[AUD9] is version 7, variant 10, with the given time and bytes', () => {
    expect(uuidV7(0x0123456789ab, Uint8Array.from([0xff, 0xff, 0xff, 1, 2, 3, 4, 5, 6, 7]))).toBe('01234567-89ab-7fff-bf01-020304050607');
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError);
  });

  it('[AUD9] a later time sorts later whatever the bytes', () => {
    fc.assert(fc.property(fc.nat(2 ** 40), fc.integer({ min: 1, max: 1e6 }), fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.uint8Array({ minLength: 10, maxLength: 10 }), (ms, later, a, b) => {
      expect(uuidV7(ms, a) < uuidV7(ms + later, b)).toBe(true);
      expect(uuidV7(ms, a)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }));
  });
});

describe('canonicalJson', () => {
  it('[AUD11] is the same for any order of keys and reads back as the same value', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }));
  });

  it('[AUD11] does not depend on the call stack: the deepest nesting has a text too', () => {
    const deep = (open: string, inner: string, close: string, times: number) => open.repeat(times) + inner + close.repeat(times);
    for (const text of [deep('[', '1,{"a":"đ"},[]', ']', 200_000), deep('{"a":', '[{},null,"x"]', '}', 100_000), deep('[{"a":1,"b":', '[]', ',"c":2}]', 300)]) {
      expect(canonicalJson(JSON.parse(text)) === text).toBe(true);
    }
  });

  it('[AUD11] leaves undefined members out', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, 'đ'] })).toBe('{"a":[null,"đ"]}');
  });
});
