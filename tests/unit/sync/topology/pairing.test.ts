import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { fingerprintOf, mintCertificate, toDer } from '../../../../sync/topology/mint-certificate.ts';
import { isSameProof, mintPairingCode, pairingProof, tidyCode } from '../../../../sync/topology/pairing-code.ts';

it('[LAN9] a certificate is one OpenSSL reads: its own signature, P-256, valid in 2009 and in 2090', () => {
  for (let n = 0; n < 20; n++) {
    const made = mintCertificate('pc-abcdefgh');
    const read = new X509Certificate(made.certificate);
    expect(read.subject).toBe('CN=pc-abcdefgh');
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    expect([Date.parse(read.validFrom) < Date.UTC(2009, 0), Date.parse(read.validTo) > Date.UTC(2090, 0)]).toEqual([true, true]);
    expect(fingerprintOf(toDer(made.certificate))).toBe(made.fingerprint);
  }
});

it('[LAN1] a code is read however it is typed, and its proof belongs to both certificates and one side', async () => {
  const code = mintPairingCode();
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(tidyCode(' kO7i-l2rd ')).toBe('K0711 2RD'.replace(' ', ''));
  const facts = { unit: '25001', host: 'a', guest: 'b' };
  const proof = await pairingProof(code, 'guest', facts);
  expect(isSameProof(proof, await pairingProof(code.toLowerCase(), 'guest', facts))).toBe(true);
  for (const other of [pairingProof(code, 'host', facts), pairingProof(code, 'guest', { ...facts, host: 'm' }), pairingProof(code, 'guest', { ...facts, guest: 'm' }), pairingProof(code, 'guest', { ...facts, unit: '25002' }), pairingProof('AAAA-AAAA', 'guest', facts)]) {
    expect(isSameProof(await other, proof)).toBe(false);
  }
});
