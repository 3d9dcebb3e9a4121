import { createGunzip, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createGzipPieces } from '../../../../src-hub/public/gzip-pieces.ts';

async function packed(pieces: readonly Buffer[], levels: readonly number[]): Promise<Buffer[]> {
  const gzip = createGzipPieces();
  const jobs = pieces.map((piece, n) => gzip.pack(piece, levels[n % levels.length] ?? 1));
  return [gzip.head, ...await Promise.all(jobs), gzip.tail()];
}
const sentence = fc.constantFrom('{"unit":"25001","text":"Bệnh nhân ho, sốt nhẹ"}', 'không', '0123456789abcdef', '\n', 'đ');
const aPiece = fc.array(sentence, { maxLength: 4000 }).map((words) => Buffer.from(words.join('')));

it('[HSP3] pieces packed side by side, at any levels, are one gzip stream of one member', async () => {
  await fc.assert(fc.asyncProperty(fc.array(aPiece, { maxLength: 5 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }), async (pieces, levels) => {
    const stream = Buffer.concat(await packed(pieces, levels));
    expect(gunzipSync(stream).equals(Buffer.concat(pieces))).toBe(true);
    // What follows a first member is not looked at by every reader: there must be no second one.
    let ended = 0;
    const gunzip = createGunzip();
    gunzip.on('end', () => { ended += 1; }).resume();
    await new Promise((resolve) => { gunzip.once('close', resolve); gunzip.end(stream); });
    expect([ended, gunzip.bytesWritten]).toEqual([1, stream.length]);
  }), { numRuns: 40 });
});

it('[HSP3] a piece can be read when it came, and knows what the one before it said', async () => {
  const text = Buffer.from(Array.from({ length: 300 }, (_, n) => `{"_id":"encounters:${n * 7919}","advice":"Uống nhiều nước, tái khám sau ${n % 9} ngày"}`).join(',\n'));
  const [head = Buffer.alloc(0), first = Buffer.alloc(0), second = Buffer.alloc(0)] = await packed([text, text], [1]);
  expect(second.length).toBeLessThan(first.length / 2);
  const gunzip = createGunzip();
  const read = new Promise<string>((resolve) => { let got = ''; gunzip.on('data', (bytes: Buffer) => { got += String(bytes); if (got.length === text.length) resolve(got); }); });
  gunzip.setEncoding('latin1');
  gunzip.write(Buffer.concat([head, first]));
  expect(Buffer.from(await read, 'latin1').equals(text)).toBe(true);
  gunzip.destroy();
});

it('[HSP3] a tampered stream is noticed: the checksum is over all pieces', async () => {
  const stream = Buffer.concat(await packed([Buffer.from('a'), Buffer.from('b')], [1]));
  stream.writeUInt32LE(0, stream.length - 8);
  expect(() => gunzipSync(stream)).toThrow();
});
