import { open, rename, rm } from 'node:fs/promises';

/** Writes a bundle beside its place and puts it there when it is whole and on the disk; a fault leaves what was there before. Answers its size in bytes. */
export async function writeBundleFile(bytes: AsyncIterable<Uint8Array>, file: string): Promise<number> {
  const part = `${file}.part`;
  let size = 0;
  const handle = await open(part, 'w', 0o600);
  try {
    try {
      for await (const piece of bytes) {
        // One write may take less than all of it.
        for (let at = 0; at < piece.length;) at += (await handle.write(piece, at)).bytesWritten;
        size += piece.length;
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
    return size;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
