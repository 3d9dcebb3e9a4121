import { fork } from 'node:child_process';

/** Functions that can be called in another process: plain values in, plain values out. */
export type Callable = Record<string, (...args: never[]) => unknown>;
type Question = { call: string; args: unknown[] };
type Answer = { answer: unknown } | { fault: string };

/** The other side of a `startProcess`: answers one call after the other. */
export function serveCalls(calls: Callable): void {
  let turn: Promise<unknown> = Promise.resolve();
  process.on('message', ({ call, args }: Question) => {
    turn = turn.then(async () => {
      const asked = calls[call] as ((...given: unknown[]) => unknown) | undefined;
      const answer: Answer = await (async () => ({ answer: await asked?.(...args) }))().catch((error: unknown) => ({ fault: error instanceof Error ? error.stack ?? error.message : String(error) }));
      process.send?.(answer);
    });
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ answer: 'ready' });
}

export interface OtherProcess<C extends Callable> {
  call<K extends keyof C & string>(name: K, ...args: Parameters<C[K]>): Promise<Awaited<ReturnType<C[K]>>>;
  stop(): Promise<void>;
}

/** A fresh Node process on a file that serves calls; ready when this returns. */
export async function startProcess<C extends Callable>(file: string, args: readonly string[] = []): Promise<OtherProcess<C>> {
  const child = fork(file, [...args], { execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' });
  const ended = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
  const answered = () => new Promise<unknown>((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`${file} ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (answer: Answer) => {
      child.off('exit', onExit);
      if ('fault' in answer) reject(new Error(answer.fault)); else resolve(answer.answer);
    });
  });
  await answered();
  return {
    async call(name, ...given) {
      child.send({ call: name, args: given } satisfies Question);
      return await answered() as never;
    },
    async stop() {
      if (child.connected) child.disconnect();
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    },
  };
}
