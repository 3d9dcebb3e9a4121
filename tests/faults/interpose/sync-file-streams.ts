import fs from 'node:fs';
import { Readable } from 'node:stream';

/** Stands for `node:fs` where bundles are read: the file as one piece, at once. */
export const createReadStream = (file: string, { start = 0, end = Number.POSITIVE_INFINITY }: { start?: number; end?: number } = {}): Readable =>
  Readable.from([fs.readFileSync(file).subarray(start, end + 1)].filter(({ length }) => length > 0), { objectMode: false });
