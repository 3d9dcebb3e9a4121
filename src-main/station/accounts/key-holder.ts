import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { unwrapKey, wrapKey, type WrappedKey } from './key-wrapping.ts';

/**
 * The file's key sealed to a public key (age, X25519; decision 70): whoever has the key can seal a new one for everybody without
 * knowing a password. `voucher` says that a holder of the file's key put this public key here.
 */
export interface SealedKey { recipient: string; /** base64; missing while the account is disabled. */ box?: string | undefined; voucher: string }

/** How one secret (password, recovery code) leads to the file's key: it unwraps a private key, that one opens the sealed key. Without `sealed` (format 1) it unwraps the file's key itself. */
export interface KeyHolder { wrapped: WrappedKey; sealed?: SealedKey | undefined }

/** What the right secret gives; `identity` is the private key where there is one. */
export interface OpenedHolder { key: Buffer | undefined; identity: string | undefined }

export async function createKeyHolder(key: Buffer, secret: string, about: readonly string[]): Promise<Required<KeyHolder>> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  return { wrapped: await wrapKey(Buffer.from(identity, 'latin1'), secret, about), sealed: await sealKey(key, recipient, about) };
}

/** `undefined` for a wrong secret; `key` is `undefined` while the account is disabled. */
export async function openKeyHolder({ wrapped, sealed }: KeyHolder, secret: string, about: readonly string[]): Promise<OpenedHolder | undefined> {
  const inside = await unwrapKey(wrapped, secret, about);
  if (!inside) return undefined;
  if (!sealed) return { key: inside, identity: undefined };
  const identity = inside.toString('latin1');
  return { key: sealed.box === undefined ? undefined : await openBox(sealed.box, identity), identity };
}

export async function sealKey(key: Buffer, recipient: string, about: readonly string[]): Promise<SealedKey> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return { recipient, box: Buffer.from(await encrypter.encrypt(key)).toString('base64'), voucher: voucherOf(key, recipient, about) };
}

/** Whether a holder of `key` put this public key here; somebody who only edited the keyring cannot have. */
export function isVouchedFor({ recipient, voucher }: SealedKey, key: Buffer, about: readonly string[]): boolean {
  const given = Buffer.from(voucher, 'base64');
  const wanted = Buffer.from(voucherOf(key, recipient, about), 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function openBox(box: string, identity: string): Promise<Buffer | undefined> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try { return Buffer.from(await decrypter.decrypt(Buffer.from(box, 'base64'))); } catch { return undefined; }
}

function voucherOf(key: Buffer, recipient: string, about: readonly string[]): string {
  const mac = createHmac('sha256', Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'tramxa keyring voucher', 32)));
  return mac.update(JSON.stringify([recipient, ...about])).digest('base64');
}
