/** The raw 256-bit key of every encrypted file of a benchmark. */
export const benchKey = (): Buffer => Buffer.alloc(32, 7);
