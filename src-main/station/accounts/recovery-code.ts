import { randomBytes } from 'node:crypto';

/** Crockford's base32: no I, L, O or U, so that nothing printed can be read as something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 160 random bits as eight groups of four, e.g. `7K2M-9QXD-…`; printed once, kept on paper. */
export function createRecoveryCode(random: (length: number) => Uint8Array = (length) => randomBytes(length)): string {
  const letters = [...random(32)].map((byte) => alphabet[byte & 31]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** As typed by a tired person: lower case, spaces, O for 0, I or L for 1. */
export function normalizeRecoveryCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}
