import { createHmac, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Letters and digits nobody mixes up (Crockford's base 32): eight of them are 40 bits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;
const stretch = promisify<string, string, number, object, Buffer>(scrypt as never);
/** Guessing a code from what goes over the line costs this much each time: far longer than a code lives. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** `K7QM-2XRD`, shown on one PC and typed on the other. */
export function mintPairingCode(): string {
  const letters = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** As it was meant, however it was typed. */
export const tidyCode = (typed: string): string => typed.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll(/[^0-9A-Z]/g, '');

/** Both certificates are in the proof: somebody between the two PCs, with a certificate of their own, can show none. */
export interface PairingFacts { unit: string; host: string; guest: string }

export async function pairingProof(code: string, side: 'guest' | 'host', { unit, host, guest }: PairingFacts): Promise<string> {
  const key = await stretch(tidyCode(code), `tramxa pairing 1 ${unit}`, 32, cost);
  return createHmac('sha256', key).update(`${side}\n${host}\n${guest}`).digest('base64url');
}

export function isSameProof(given: unknown, wanted: string): boolean {
  if (typeof given !== 'string' || given.length !== wanted.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}
