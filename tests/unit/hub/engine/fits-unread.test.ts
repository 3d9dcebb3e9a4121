import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsSelector } from '../../../../src-hub/engine/match-selector.ts';
import { fitsUnread } from '../../../../src-hub/engine/fits-unread.ts';

const foreign = (device: string) => ({ $or: [{ device: { $exists: false } }, { device: { $ne: device } }] });
const unread = (text: string, selector: Record<string, unknown>) => fitsUnread(Buffer.from(text), selector);

describe('a document judged unread', () => {
  it('[HSP7] fits where the device stands nowhere in it; anything else has to be read', () => {
    expect(unread('{"device":"pc-b","n":1}', foreign('pc-a'))).toBe(true);
    expect(unread('{"n":1}', foreign('pc-a'))).toBe(true);
    expect(unread('{"device":"pc-ab"}', foreign('pc-a'))).toBe(true);
    for (const text of ['{"device":"pc-a"}', '{"device":"pc\\u002da"}', '{"kept":{"device":"pc-a"},"device":"pc-b"}']) expect(unread(text, foreign('pc-a'))).toBe(false);
    for (const selector of [{}, { device: { $ne: 'pc-a' } }, { ...foreign('pc-a'), type: 'x' }, foreign('a"b'), { $or: [{ device: { $exists: true } }, { device: { $ne: 'pc-a' } }] }, { $or: [{ device: { $exists: false } }, { device: { $ne: 'pc-a', $gt: 'x' } }] }]) {
      expect(unread('{"device":"pc-b"}', selector)).toBe(false);
    }
  });

  it('[HSP7] never fits where reading it says otherwise', () => {
    const device = fc.constantFrom('pc-a', 'pc-b', 'pc-a1', 'PC-A', 'pc-a ');
    const document = fc.oneof(
      fc.record({ device, more: fc.jsonValue() }), fc.record({ more: fc.jsonValue(), kept: fc.record({ device }) }), fc.record({ device: fc.jsonValue() }),
    );
    fc.assert(fc.property(document, fc.constantFrom('pc-a', 'pc-b'), fc.boolean(), (body, name, escaped) => {
      const json = escaped ? JSON.stringify(body).replaceAll('pc-', '\\u0070c-') : JSON.stringify(body);
      if (unread(json, foreign(name))) expect(fitsSelector(JSON.parse(json) as Record<string, unknown>, foreign(name))).toBe(true);
    }), { numRuns: 2000 });
  });
});
