import { parentPort, workerData } from 'node:worker_threads';
import { inspectStationFile } from '../db/station-file.ts';
import type { FileCheckAnswer, FileToCheck } from './check-file.ts';

/** The thread of `checkFile`. */
const { file, key, cipher } = workerData as FileToCheck;
const tell = (answer: FileCheckAnswer): void => parentPort?.postMessage(answer);
try {
  // Buffers come over as plain bytes.
  tell({ report: inspectStationFile(file, Buffer.from(key), cipher) });
} catch (error) {
  const { code, message } = error as Error & { code?: unknown };
  tell({ error: { ...(typeof code === 'string' && { code }), message } });
}
