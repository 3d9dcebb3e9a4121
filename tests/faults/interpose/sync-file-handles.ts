import fs from 'node:fs';

/** Stands for `node:fs/promises` where bundles are written and read: threads answer when they like. */
export const open = async (file: string, flags: string, mode?: number) => {
  const handle = fs.openSync(file, flags, mode);
  return {
    stat: async () => fs.fstatSync(handle),
    read: async (buffer: Buffer, offset: number, length: number, position: number) => ({ bytesRead: fs.readSync(handle, buffer, offset, length, position), buffer }),
    write: async (bytes: Uint8Array, offset: number) => ({ bytesWritten: fs.writeSync(handle, bytes, offset) }),
    sync: async () => undefined,
    close: async () => fs.closeSync(handle),
  };
};
export const stat = async (path: string) => fs.statSync(path);
export const rename = async (from: string, to: string) => fs.renameSync(from, to);
export const rm = async (path: string, options: fs.RmOptions) => fs.rmSync(path, options);
