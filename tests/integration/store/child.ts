import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Runs a script of this folder until it has printed `lines` lines, kills it with SIGKILL, and returns all it printed. */
export async function runAndKill(script: string, args: string[], lines: number): Promise<string[]> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const printed: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    printed.push(line);
    if (printed.length === lines) child.kill('SIGKILL');
  });
  await Promise.all([once(child, 'exit'), once(reader, 'close')]);
  return printed;
}

/** Runs a script of this folder; once it has printed `lines` lines, does `work`; then kills it with SIGKILL. */
export async function withRunning(script: string, args: string[], lines: number, work: () => void): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    let printed = 0;
    for await (const _ of createInterface({ input: child.stdout })) if ((printed += 1) === lines) break;
    work();
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}
