import { Worker } from 'node:worker_threads';

export interface FileToCopy { file: string; target: string }
/** What the driver said of a copy that failed. */
export type CopyAnswer = { fault?: { code?: string; message: string } };

/** Copies files one after the other, in a thread of its own: the hub goes on answering however large they are. */
export interface Copier {
  /**
   * An encrypted file this process has open, as of one moment.
   * @throws what `copyEncryptedFile` throws, with its code
   */
  copy(file: string, target: string): Promise<void>;
  end(): Promise<void>;
}

export function openCopier(key: Buffer): Copier {
  // Built, the worker lies beside the command; see vite.node.config.ts.
  const program = new URL(import.meta.url.endsWith('.ts') ? './copy-apart-worker.ts' : '../hub/copy-apart-worker.js', import.meta.url);
  const worker = new Worker(program, { workerData: Buffer.from(key), execArgv: [] });
  let broken: Error | undefined;
  let hear: { resolve: (answer: CopyAnswer) => void; reject: (error: Error) => void } | undefined;
  const fail = (error: Error) => { broken ??= error; hear?.reject(broken); };
  worker.on('message', (answer: CopyAnswer) => { hear?.resolve(answer); });
  worker.on('error', fail);
  const ended = new Promise<void>((resolve) => { worker.once('exit', () => { fail(new Error('the copying thread ended')); resolve(); }); });
  return {
    async copy(file, target) {
      const { fault } = await new Promise<CopyAnswer>((resolve, reject) => {
        hear = { resolve, reject };
        if (broken) reject(broken); else worker.postMessage({ file, target } satisfies FileToCopy);
      });
      if (fault) throw Object.assign(new Error(fault.message), fault.code === undefined ? {} : { code: fault.code });
    },
    async end() {
      await worker.terminate();
      await ended;
    },
  };
}
