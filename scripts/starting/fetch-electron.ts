import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { electronProgram, hasDisplay } from '../electron-here.ts';

/** Longest a first start waits for Electron's binary. */
const patienceMs = 180_000;

/** Electron's program where a window can be opened; its binary is fetched on the first start that could show one. `undefined` and a word said where it cannot be had. */
export async function electronForWindow(say: (line: string) => void): Promise<string | undefined> {
  if (process.env.TRAMXA_NO_ELECTRON) return undefined;
  if (!hasDisplay()) { say('no display here: the app opens in a browser'); return undefined; }
  const found = electronProgram();
  if (found !== undefined) return found;
  say('fetching the Electron binary (once) …');
  const fetched = await runQuietly(join(import.meta.dirname, '../../node_modules/electron/install.js'));
  if (!fetched) say('the Electron binary could not be fetched: the app opens in the browser');
  return fetched ? electronProgram() : undefined;
}

function runQuietly(file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file], { stdio: 'ignore', timeout: patienceMs });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
