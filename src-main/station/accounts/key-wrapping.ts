import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';

/** Cost of one guess: RFC 9106 §4, second recommended option (64 MiB, 3 passes), with one lane. */
const keyDerivation = { algorithm: 'argon2id', memoryKib: 65_536, passes: 3, lanes: 1 } as const;

export interface KeyDerivation { algorithm: 'argon2id'; memoryKib: number; passes: number; lanes: number }
/** The database key under a secret: argon2id gives the wrapping key, AES-256-GCM the box. All bytes base64. */
export interface WrappedKey { derivation: KeyDerivation; salt: string; nonce: string; box: string }

/** The enum's value; a type-only const enum is not there at run time. */
const argon2id = 2;

async function wrappingKey(secret: string, salt: Buffer, derivation: KeyDerivation): Promise<Buffer> {
  return hashRaw(Buffer.from(secret.normalize('NFC'), 'utf8'), {
    algorithm: argon2id, salt, memoryCost: derivation.memoryKib, timeCost: derivation.passes, parallelism: derivation.lanes, outputLen: 32,
  });
}

/** `about` is bound to the box: a keyring whose role or name was edited by hand no longer opens. */
export async function wrapKey(key: Buffer, secret: string, about: readonly string[], derivation: KeyDerivation = keyDerivation): Promise<WrappedKey> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await wrappingKey(secret, salt, derivation), nonce);
  cipher.setAAD(Buffer.from(JSON.stringify(about), 'utf8'));
  const box = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { derivation, salt: salt.toString('base64'), nonce: nonce.toString('base64'), box: box.toString('base64') };
}

/** The key, or `undefined` when the secret is another one (or the box was touched). */
export async function unwrapKey(wrapped: WrappedKey, secret: string, about: readonly string[]): Promise<Buffer | undefined> {
  const kek = await wrappingKey(secret, Buffer.from(wrapped.salt, 'base64'), wrapped.derivation);
  const box = Buffer.from(wrapped.box, 'base64');
  if (box.length < 17) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', kek, Buffer.from(wrapped.nonce, 'base64'));
  decipher.setAAD(Buffer.from(JSON.stringify(about), 'utf8'));
  decipher.setAuthTag(box.subarray(box.length - 16));
  try {
    return Buffer.concat([decipher.update(box.subarray(0, box.length - 16)), decipher.final()]);
  } catch {
    return undefined;
  }
}
