import { Transform } from 'node:stream';
import type Zlib from 'node:zlib';

/** Stands for `node:zlib` in the product, whose threads answer when they like: the same bytes, made on the spot. */
const zlib = process.getBuiltinModule('node:zlib');
type Done = (error: Error | null, bytes: Buffer | undefined) => void;
type WithOptions = (input: Zlib.InputType, options: Zlib.ZlibOptions | Done, done?: Done) => void;

const inPlace = (work: (input: Zlib.InputType, options: Zlib.ZlibOptions) => Buffer): WithOptions => (input, options, done) => {
  const [its, then] = typeof options === 'function' ? [{}, options] : [options, done];
  try { process.nextTick(then ?? (() => undefined), null, work(input, its)); } catch (error) { process.nextTick(then ?? (() => undefined), error, undefined); }
};
export const gzip = inPlace((input, options) => zlib.gzipSync(input, options));
export const gunzip = inPlace((input, options) => zlib.gunzipSync(input, options));
export const deflateRaw = inPlace((input, options) => zlib.deflateRawSync(input, options));
const atOnce = (work: (input: Buffer) => Buffer) => (): Transform => {
  const pieces: Buffer[] = [];
  return new Transform({
    transform(piece: Buffer, _encoding, done) { pieces.push(piece); done(); },
    flush(done) {
      try { done(null, work(Buffer.concat(pieces))); } catch (error) { done(error as Error); }
    },
  });
};
export const createGunzip = atOnce((input) => zlib.gunzipSync(input));
export const createGzip = atOnce((input) => zlib.gzipSync(input));
export const { constants, crc32, gzipSync, gunzipSync } = zlib;
