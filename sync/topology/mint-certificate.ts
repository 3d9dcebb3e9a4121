import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** Who a PC is to its neighbours: a key, and a certificate only to carry it. PEM; `fingerprint` SHA-256 of the certificate, hexadecimal. */
export interface NeighbourIdentity { certificate: string; privateKey: string; fingerprint: string }

// DER (X.690) of the few things a self-signed certificate (RFC 5280) needs.
const tlv = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
};
const sequence = (...parts: Uint8Array[]) => tlv(0x30, ...parts);
const ecdsaWithSha256 = sequence(tlv(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
const commonName = (name: string) => sequence(tlv(0x31, sequence(tlv(0x06, Buffer.from('550403', 'hex')), tlv(0x0c, Buffer.from(name)))));
/** A PC with an empty clock battery lives in the past: the key is what is trusted, not the date. */
const always = sequence(tlv(0x17, Buffer.from('000101000000Z')), tlv(0x18, Buffer.from('99991231235959Z')));

export const fingerprintOf = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex');

export function toPem(der: Uint8Array): string {
  return `-----BEGIN CERTIFICATE-----\n${(Buffer.from(der).toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
}

export const toDer = (pem: string): Buffer => Buffer.from(pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64');

/** A new P-256 key with a certificate signed by itself, valid always. */
export function mintCertificate(name: string): NeighbourIdentity {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const serial = tlv(0x02, Buffer.from([0x01]), randomBytes(15));
  const body = sequence(serial, ecdsaWithSha256, commonName(name), always, commonName(name), publicKey.export({ type: 'spki', format: 'der' }));
  const signature = sign('sha256', body, privateKey);
  const der = sequence(body, ecdsaWithSha256, tlv(0x03, Buffer.from([0]), signature));
  return { certificate: toPem(der), privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), fingerprint: fingerprintOf(der) };
}
