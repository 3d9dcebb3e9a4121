import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../../src-main/cli/tramxa.js');

/** Runs the command to its end with `--json` and answers what it printed. Rejects with its messages when it failed. */
export function runTramxa<T = Record<string, unknown>>(args: readonly string[], env: Record<string, string> = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, ...args, '--json'], { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`tramxa ${args.slice(0, 3).join(' ')}: ${stderr || stdout || error.message}`));
      else resolve(JSON.parse(stdout) as T);
    });
  });
}

export interface Served { address: string; pid: number; /** Everything it printed so far. */ output(): string; /** Ends it as Ctrl-C does and waits for its end. */ stop(signal?: NodeJS.Signals): Promise<void> }

/** Starts `tramxa … serve` and waits for the address it prints when ready. */
export function serveTramxa(args: readonly string[], env: Record<string, string> = {}, readyWithinMs = 60_000): Promise<Served> {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => { child.kill('SIGKILL'); reject(new Error(`tramxa ${args.join(' ')} did not get ready: ${output}`)); }, readyWithinMs);
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(output)?.[0];
      if (address === undefined || !output.endsWith('\n')) return;
      clearTimeout(tooLate);
      resolve({ address, pid: child.pid ?? 0, output: () => output, stop: (signal) => stop(child, signal) });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    child.once('exit', (code) => { clearTimeout(tooLate); reject(new Error(`tramxa ${args.join(' ')} ended with ${code}: ${output}`)); });
  });
}

function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const tooLate = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.once('exit', () => { clearTimeout(tooLate); resolve(); });
    child.kill(signal);
  });
}
