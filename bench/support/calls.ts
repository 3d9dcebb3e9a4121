import { fork } from 'node:child_process';

/** Functions that can be called in another process: plain values in, plain values out. */
export type Callable = Record<string, (...args: never[]) => unknown>;
type Question = { number: number; call: string; args: unknown[] };
type Answer = { number: number } & ({ answer: unknown } | { fault: string });

/** The other side of a `startProcess`: answers one call after the other. */
export function serveCalls(calls: Callable): void {
  let turn: Promise<unknown> = Promise.resolve();
  process.on('message', ({ number, call, args }: Question) => {
    turn = turn.then(async () => {
      const asked = calls[call] as ((...given: unknown[]) => unknown) | undefined;
      const outcome = await (async () => ({ answer: await asked?.(...args) }))().catch((error: unknown) => ({ fault: error instanceof Error ? error.stack ?? error.message : String(error) }));
      process.send?.({ number, ...outcome } satisfies Answer);
    });
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ number: 0, answer: 'ready' } satisfies Answer);
}

export interface OtherProcess<C extends Callable> {
  call<K extends keyof C & string>(name: K, ...args: Parameters<C[K]>): Promise<Awaited<ReturnType<C[K]>>>;
  stop(): Promise<void>;
}

/** A fresh Node process on a file that serves calls; ready when this returns. */
export async function startProcess<C extends Callable>(file: string, args: readonly string[] = []): Promise<OtherProcess<C>> {
  const child = fork(file, [...args], { execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' });
  const ended = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  child.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ('fault' in answer) asker?.reject(new Error(answer.fault)); else asker?.resolve(answer.answer);
  });
  child.once('exit', (code, signal) => { for (const { reject } of waiting.values()) reject(new Error(`${file} ended with ${code ?? signal}`)); });
  const answerTo = (number: number) => new Promise<unknown>((resolve, reject) => { waiting.set(number, { resolve, reject }); });
  let asked = 0;
  await answerTo(asked);
  return {
    async call(call, ...args) {
      asked += 1;
      const answer = answerTo(asked);
      child.send({ number: asked, call, args } satisfies Question);
      return await answer as never;
    },
    async stop() {
      if (child.connected) child.disconnect();
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    },
  };
}
