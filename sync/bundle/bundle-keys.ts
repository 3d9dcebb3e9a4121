import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, sign, timingSafeEqual, verify } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';

/** Keys of one end of a stick. Public: `signingKey` (Ed25519, SPKI, base64) and `recipient` (age). */
export interface BundleKeys { signingKey: string; signingPrivate: string; recipient: string; identity: string }
/** How an end shows its public keys to one that has never seen them: `introduction` is made with the credential both share. */
export interface PublicKeys { signingKey: string; recipient: string; introduction: string }

/** A key to sign with and one to be sealed to, new. */
export async function mintBundleKeys(): Promise<BundleKeys> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const identity = await generateX25519Identity();
  return {
    signingKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), signingPrivate: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    identity, recipient: await identityToRecipient(identity),
  };
}

const derive = (secret: string, salt: string, use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, salt, use, 32));

/**
 * What a device and its home hub share from the day the credential was printed: derived from its random password, which
 * cannot be computed back from it.
 */
export const linkSecretOf = (user: string, password: string): string => derive(password, user, 'tramxa bundle link 1').toString('base64url');

/** Seals bundles to a hub whose own key the device has not seen yet. As long as a key, so no slow hash is needed. */
export const passphraseOf = (linkSecret: string): string => derive(linkSecret, '', 'tramxa bundle passphrase 1').toString('base64url');

export type BundleEnd = 'device' | 'hub';
const introductionOf = (linkSecret: string, end: BundleEnd, { signingKey, recipient }: Pick<PublicKeys, 'signingKey' | 'recipient'>): Buffer =>
  createHmac('sha256', derive(linkSecret, '', 'tramxa bundle introduction 1')).update(`${end}\n${signingKey}\n${recipient}`).digest();

/** The public keys of one end, shown so that whoever shares the secret knows whose they are. */
export function introduce(linkSecret: string, end: BundleEnd, { signingKey, recipient }: BundleKeys): PublicKeys {
  return { signingKey, recipient, introduction: introductionOf(linkSecret, end, { signingKey, recipient }).toString('base64url') };
}

/** Shown by somebody who has the secret, as that end, and by nobody else. */
export function isIntroduced(linkSecret: string, end: BundleEnd, keys: PublicKeys): boolean {
  const given = Buffer.from(keys.introduction, 'base64url');
  const wanted = introductionOf(linkSecret, end, keys);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export const signatureBytes = 64;
const signed = (digest: Buffer): Buffer => Buffer.concat([Buffer.from('tramxa bundle signature 1\n'), digest]);

export const signDigest = (digest: Buffer, signingPrivate: string): Buffer =>
  sign(null, signed(digest), createPrivateKey({ key: Buffer.from(signingPrivate, 'base64'), format: 'der', type: 'pkcs8' }));

export function isSigned(digest: Buffer, signature: Buffer, signingKey: string): boolean {
  try {
    return verify(null, signed(digest), createPublicKey({ key: Buffer.from(signingKey, 'base64'), format: 'der', type: 'spki' }), signature);
  } catch {
    return false;
  }
}
