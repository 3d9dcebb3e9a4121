import { randomBytes } from 'node:crypto';
import { uuidV7 } from '../../../src-shared/domain/common/uuid-v7.ts';

/** Mints `<prefix>:<uuidv7>`. */
export function createNewId(now: () => number, random: (length: number) => Uint8Array = (length) => randomBytes(length)): (idPrefix: string) => string {
  return (idPrefix) => `${idPrefix}:${uuidV7(now(), random(10))}`;
}
