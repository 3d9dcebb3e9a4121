import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** Numbers in [0, 1) from a seed (mulberry32). */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** `Math.random` and what `node:crypto` makes up come from a seed from now on; `reseed` begins another. */
export function installSeededRandom(): { reseed(seed: number): void } {
  let random = randomOf(1);
  const fill = (bytes: Uint8Array) => {
    for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor(random() * 256);
    return bytes;
  };
  const randomBytes = (length: number, done?: (error: Error | null, bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.from(fill(new Uint8Array(length)));
    if (done) process.nextTick(done, null, bytes);
    return bytes;
  };
  const randomUUID = () => {
    const hex = randomBytes(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  Math.random = () => random();
  Object.assign(crypto, { randomBytes, randomUUID, randomFillSync: (bytes: Uint8Array) => fill(bytes) });
  syncBuiltinESMExports();
  Object.assign(globalThis.crypto, {
    randomUUID,
    getRandomValues<T extends ArrayBufferView>(array: T): T {
      fill(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
      return array;
    },
  });
  return { reseed(seed) { random = randomOf(seed); } };
}
