import { createCipheriv, randomBytes } from 'node:crypto';
import type { StationCipher } from './keyring.ts';

const probeBytes = 2_000_000;
const tries = 3;
/** AES in a processor's instructions is about as fast as ChaCha20 or faster; computed by the program it is several times slower. */
const slowerThan = 2;

/** `aegis` wants AES instructions: a processor without them shows in how long a few megabytes take (about 10 ms of work). */
export function chooseCipher(measureMs: (algorithm: 'aes-256-gcm' | 'chacha20-poly1305') => number = measure): StationCipher {
  return measureMs('aes-256-gcm') > slowerThan * measureMs('chacha20-poly1305') ? 'chacha20' : 'aegis';
}

function measure(algorithm: 'aes-256-gcm' | 'chacha20-poly1305'): number {
  const plain = Buffer.alloc(probeBytes);
  const times = Array.from({ length: tries }, () => {
    const cipher = algorithm === 'aes-256-gcm' ? createCipheriv(algorithm, randomBytes(32), randomBytes(12)) : createCipheriv(algorithm, randomBytes(32), randomBytes(12), { authTagLength: 16 });
    const start = performance.now();
    cipher.update(plain);
    cipher.final();
    return performance.now() - start;
  });
  return Math.min(...times);
}
