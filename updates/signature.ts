import { createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';

/** In front of what is signed: a signature of this key on anything else is none here. */
const purpose = Buffer.from('tramxa update manifest 1\n');

/** A release key pair as PEM: the private half stays with whoever releases, the public half goes into the installers. */
export function createReleaseKey(): { publicKey: string; privateKey: string } {
  const pair = generateKeyPairSync('ed25519');
  return { publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(), privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** Ed25519 (RFC 8032) over the manifest's bytes, in base64. */
export const signManifest = (manifest: Buffer, privateKey: KeyObject): string => sign(null, Buffer.concat([purpose, manifest]), privateKey).toString('base64');

/** Whether one of these keys (PEM) signed these bytes. */
export function isSigned(manifest: Buffer, signature: string, publicKeys: readonly string[]): boolean {
  const bytes = Buffer.from(signature, 'base64');
  return publicKeys.some((pem) => {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.concat([purpose, manifest]), key, bytes);
  });
}
