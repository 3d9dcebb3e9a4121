import { fork } from 'node:child_process';
import { keepProgram } from '../../src-main/shell/keep-program.ts';
import type { StationChild } from '../../src-main/shell/parts.ts';
import { superviseStation } from '../../src-main/shell/supervise-station.ts';

export interface StandInShell { /** Stations that said they serve, the newest last. */ ready: { address: string; token: string }[]; givenUp: string[]; start(): void; stop(): Promise<string> }

/** The shell's own parts with plain Node in the place of Electron's child processes. */
export function createStandInShell({ dir, entry, publicKeys }: { dir: string; entry: string; publicKeys: readonly string[] }): StandInShell {
  const ready: StandInShell['ready'] = [];
  const givenUp: string[] = [];
  const program = keepProgram({
    dir, installed: '0.1.0', entry, publicKeys, now: Date.now,
    fork(file, port): StationChild {
      const child = fork(file, ['--dir', dir, ...(port === undefined ? [] : ['--port', String(port)])], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      return {
        postMessage: (message) => { child.send(message); },
        on: (event, listener) => (event === 'message' ? child.on('message', listener as (message: unknown) => void) : child.on('exit', (code) => { (listener as (code: number) => void)(code ?? 1); })),
        kill: () => child.kill('SIGKILL'),
      };
    },
  });
  const supervisor = superviseStation({
    ...program, onReady: (station) => ready.push(station), onRestart: () => undefined, onGivenUp: (code) => givenUp.push(code),
    timers: { setTimeout: (run, ms) => setTimeout(run, ms), clearTimeout: (timer) => { clearTimeout(timer as NodeJS.Timeout); }, now: Date.now },
  });
  return { ready, givenUp, start: () => { supervisor.start(); }, stop: () => supervisor.stop() };
}
