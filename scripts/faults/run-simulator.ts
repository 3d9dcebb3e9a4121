import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What one seed came to; `broken` says in words what did not hold. */
export interface SeedResult { seed: number; ok: boolean; broken: string[]; fingerprint: string; ms: number; virtualMs: number; requests: number; records: number; /** How often each kind of disaster came. */ struck: Record<string, number> }
export interface RunOptions {
  from: number; seeds: number;
  /** Side by side; each has its own clocks and randomness. */
  processes?: number;
  /** A bug put in on purpose, by its name. */
  plant?: string;
  /** Only worlds of this family. */
  only?: string;
  /** Answering `false` ends the run. */
  onResult: (result: SeedResult) => boolean | void;
}

const runner = join(import.meta.dirname, '..', '..', 'tests', 'faults', 'run-seeds.ts');
/** Memory, where there is such a place: a disk's own time is not what is simulated. */
const filesRoot = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
/** Nearly everything a seed makes is garbage soon: a larger nursery costs half as much to sweep. */
const youngMegabytes = '--max-semi-space-size=32';
/** Of the words a process died with. */
const mostCharacters = 2000;

/** Runs seeds of the simulator in processes of their own. A seed whose process died is a result like the others. */
export async function runSimulator({ from, seeds, processes = 2, plant, only, onResult }: RunOptions): Promise<void> {
  const stop = new AbortController();
  await Promise.all(Array.from({ length: Math.min(processes, seeds) }, async (_, n) => {
    let next = from + n;
    while (next < from + seeds && !stop.signal.aborted) {
      const died = await runFrom(next, stop);
      if (died === undefined) return;
      next = died + Math.min(processes, seeds);
    }
  }));

  /** Answers the seed in which the process died. */
  function runFrom(first: number, { signal }: AbortController): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const every = Math.min(processes, seeds);
      const root = mkdtempSync(join(filesRoot, 'tramxa-faults-'));
      const args = [runner, '--root', root, '--from', String(first), '--seeds', String(from + seeds - first), '--every', String(every), ...(plant === undefined ? [] : ['--plant', plant]), ...(only === undefined ? [] : ['--only', only])];
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', youngMegabytes, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
      const end = () => child.kill('SIGKILL');
      let at = first;
      let words = '';
      signal.addEventListener('abort', end, { once: true });
      child.stderr.on('data', (piece: Buffer) => { words = (words + piece.toString()).slice(-mostCharacters); });
      createInterface({ input: child.stdout }).on('line', (line) => {
        const result = JSON.parse(line) as SeedResult;
        at = result.seed + every;
        if (!signal.aborted && onResult(result) === false) stop.abort();
      });
      child.on('error', reject);
      child.on('close', (code) => {
        signal.removeEventListener('abort', end);
        rmSync(root, { recursive: true, force: true });
        if (code === 0 || signal.aborted || at >= from + seeds) { resolve(undefined); return; }
        if (onResult({ seed: at, ok: false, broken: [`the process ended with ${String(code)}: ${words.trim()}`], fingerprint: '', ms: 0, virtualMs: 0, requests: 0, records: 0, struck: {} }) === false) stop.abort();
        resolve(at);
      });
    });
  }
}
