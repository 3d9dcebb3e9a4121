import { randomBytes } from 'node:crypto';
import { uuidV7 } from '../../../src-shared/domain/common/uuid-v7.ts';

/** Of one id. */
const idBytes = 10;
/** Random bytes fetched at once: each call of the system's generator costs more than an id. */
const poolBytes = 400 * idBytes;

/** Mints `<prefix>:<uuidv7>`. */
export function createNewId(now: () => number, random: (length: number) => Uint8Array = createRandomPool()): (idPrefix: string) => string {
  return (idPrefix) => `${idPrefix}:${uuidV7(now(), random(idBytes))}`;
}

/** Every byte is given out once. */
function createRandomPool(): (length: number) => Uint8Array {
  let pool = Buffer.alloc(0);
  return (length) => {
    if (pool.length < length) pool = randomBytes(poolBytes);
    const bytes = pool.subarray(0, length);
    pool = pool.subarray(length);
    return bytes;
  };
}
