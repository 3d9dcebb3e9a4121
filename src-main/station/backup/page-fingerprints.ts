import { createHash, hash } from 'node:crypto';

/** Bytes kept of the SHA-256 of a page. */
export const fingerprintBytes = 16;

/** Of the pages of one buffer, one after another. */
export function fingerprintsOf(pages: Buffer, pageBytes: number): Buffer {
  const prints = Buffer.alloc((pages.length / pageBytes) * fingerprintBytes);
  for (let n = 0; n * pageBytes < pages.length; n += 1) hash('sha256', pages.subarray(n * pageBytes, (n + 1) * pageBytes), 'buffer').copy(prints, n * fingerprintBytes, 0, fingerprintBytes);
  return prints;
}

/** Of a whole file, from the fingerprints of its pages; hex. */
export const digestOf = (fingerprints: Buffer): string => createHash('sha256').update(fingerprints).digest('hex');

/** Where the two differ, `undefined` standing for a file without pages. */
export const isSamePage = (base: Buffer | undefined, page: number, print: Buffer): boolean =>
  base !== undefined && (page + 1) * fingerprintBytes <= base.length && base.subarray(page * fingerprintBytes, (page + 1) * fingerprintBytes).equals(print);
