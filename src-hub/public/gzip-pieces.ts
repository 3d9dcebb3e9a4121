import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

/** A gzip stream of one member, made of pieces that are compressed side by side, each apart from the main thread. */
export interface GzipPieces {
  readonly head: Buffer;
  /** Compressed; whoever reads so far can decompress all of the piece. To be sent in the order of the calls. */
  pack(piece: Buffer, level: number): Promise<Buffer>;
  /** Once, behind the last piece. */
  tail(): Buffer;
}

/** As far back as deflate looks for what was there already. */
const WINDOW_BYTES = 32_768;
const LEAST_CHUNK = 16_384;
/** An empty last block. */
const END_BLOCK = [0x03, 0x00] as const;

export function createGzipPieces(): GzipPieces {
  let checksum = 0;
  let length = 0;
  let window = Buffer.alloc(0);
  return {
    // Deflate, no name, no time, made on Unix.
    head: Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0x03]),
    pack(piece, level) {
      checksum = crc32(piece, checksum);
      length += piece.length;
      const before = window;
      window = Buffer.from(Buffer.concat([before, piece.subarray(-WINDOW_BYTES)]).subarray(-WINDOW_BYTES));
      return deflate(piece, { level, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: Math.max(LEAST_CHUNK, piece.length >> 2), ...(before.length ? { dictionary: before } : {}) });
    },
    tail() {
      const bytes = Buffer.alloc(10);
      bytes.set(END_BLOCK);
      bytes.writeUInt32LE(checksum, 2);
      bytes.writeUInt32LE(length % 2 ** 32, 6);
      return bytes;
    },
  };
}
