import { Worker } from 'node:worker_threads';
import type { StationCipher } from '../accounts/keyring.ts';
import type { StationFileReport } from '../db/station-file.ts';

export interface FileToCheck { file: string; key: Buffer; cipher: StationCipher }
export type FileCheckAnswer = { report: StationFileReport } | { error: { code?: string; message: string } };

/**
 * Reads a file whole and decrypts every page, in a thread of its own: on a slow PC it takes seconds, and nobody waits for them. The thread works at the
 * file's own pace and ends by itself.
 * @throws what `inspectStationFile` throws, with its code.
 */
export async function checkFile({ file, key, cipher }: FileToCheck): Promise<StationFileReport> {
  // Built, the worker lies beside the station's process; see vite.node.config.ts.
  const program = new URL(import.meta.url.endsWith('.ts') ? './check-file-worker.ts' : '../station/check-file-worker.js', import.meta.url);
  const worker = new Worker(program, { workerData: { file, key: Buffer.from(key), cipher } satisfies FileToCheck });
  worker.unref();
  const answer = await new Promise<FileCheckAnswer>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the check ended with ${code}`)));
  });
  if ('report' in answer) return answer.report;
  throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
}
