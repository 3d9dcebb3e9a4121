const UUID = /^(.*)([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/s;
const HASH = /^(\d+-)([0-9a-f]{32})$/;
const HEX_BYTES = 16;

const packed = (prefix: string, hex: string): Buffer => Buffer.concat([Buffer.from(prefix), Buffer.from(hex, 'hex')]);
const cut = (bytes: Buffer): [prefix: string, hex: string] => [bytes.subarray(0, -HEX_BYTES).toString(), bytes.subarray(-HEX_BYTES).toString('hex')];

/** An id that ends in a uuid as 16 bytes behind its prefix, a half of its letters; any other one as it is. No two ids give the same. */
export function packId(id: string): string | Buffer {
  const found = UUID.exec(id);
  return found ? packed(found[1] ?? '', found.slice(2).join('')) : id;
}

export function unpackId(kept: string | Buffer): string {
  if (typeof kept === 'string') return kept;
  const [prefix, hex] = cut(kept);
  return `${prefix}${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The same for a revision: its generation, and the 32 hexadecimal digits that nearly every one has. */
export function packRev(rev: string): string | Buffer {
  const found = HASH.exec(rev);
  return found ? packed(found[1] ?? '', found[2] ?? '') : rev;
}

export const unpackRev = (kept: string | Buffer): string => (typeof kept === 'string' ? kept : cut(kept).join(''));
