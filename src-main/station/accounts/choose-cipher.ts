import { createCipheriv, randomBytes } from 'node:crypto';
import type { StationCipher } from './keyring.ts';

type Algorithm = 'aes-256-gcm' | 'chacha20-poly1305';
/** Short, so that one of the tries is not disturbed where the machine has much else to do; in turns, so that both meet the same disturbance. */
const probe = Buffer.alloc(250_000, 1);
const tries = 16;
/** AES in a processor's instructions is about as fast as ChaCha20 or faster; computed by the program it is several times slower. */
const slowerThan = 2;

/** `aegis` wants AES instructions: a processor without them shows in how long a few megabytes take (about 10 ms of work). The quickest try counts. */
export function chooseCipher(measureMs: (algorithm: Algorithm) => number = encryptOnce): StationCipher {
  let [aes, chacha] = [Infinity, Infinity];
  for (let n = 0; n < tries; n += 1) {
    aes = Math.min(aes, measureMs('aes-256-gcm'));
    chacha = Math.min(chacha, measureMs('chacha20-poly1305'));
  }
  return aes > slowerThan * chacha ? 'chacha20' : 'aegis';
}

function encryptOnce(algorithm: Algorithm): number {
  const cipher = algorithm === 'aes-256-gcm' ? createCipheriv(algorithm, randomBytes(32), randomBytes(12)) : createCipheriv(algorithm, randomBytes(32), randomBytes(12), { authTagLength: 16 });
  const start = performance.now();
  cipher.update(probe);
  cipher.final();
  return performance.now() - start;
}
