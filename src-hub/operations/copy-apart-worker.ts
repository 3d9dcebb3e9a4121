import { parentPort, workerData } from 'node:worker_threads';
import { copyEncryptedFile } from '../engine/encrypted-files.ts';
import type { CopyAnswer, FileToCopy } from './copy-apart.ts';

/** The thread of `openCopier`. Buffers come over as plain bytes. */
const key = Buffer.from(workerData as Uint8Array);

parentPort?.on('message', ({ file, target }: FileToCopy) => {
  const tell = (answer: CopyAnswer): void => parentPort?.postMessage(answer);
  try {
    copyEncryptedFile(file, key, target);
    tell({});
  } catch (error) {
    const { code, message } = error as Error & { code?: unknown };
    tell({ fault: { ...(typeof code === 'string' ? { code } : {}), message } });
  }
});
