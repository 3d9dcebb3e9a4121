import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { serveStation } from '../../src-main/station/server/serve-station.ts';
import { electronForWindow } from './fetch-electron.ts';
import { buildShell } from './build-when-stale.ts';
import { openBrowser } from './open-browser.ts';

export interface ShownStation { /** Resolves when the user closed the window; never for a browser. */ closed: Promise<void>; stop(): Promise<void> }

/** Shows the station in Electron's window where that can be had, else serves it to the browser at the address it says. */
export async function showStation(dir: string, say: (line: string) => void): Promise<ShownStation> {
  const electron = await electronForWindow(say);
  return electron === undefined ? showInBrowser(dir, say) : showInWindow(electron, dir, say);
}

async function showInBrowser(dir: string, say: (line: string) => void): Promise<ShownStation> {
  const served = await serveStation({ dir, port: 0, now: Date.now });
  const address = `${served.address}/#token=${served.mintToken()}`;
  say(`station  ${address}`);
  openBrowser(address);
  return { closed: new Promise(() => undefined), stop: () => served.close() };
}

async function showInWindow(electron: string, dir: string, say: (line: string) => void): Promise<ShownStation> {
  await buildShell(say);
  const root = join(import.meta.dirname, '../..');
  const child = spawn(electron, [root, '--dir', dir, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], { stdio: 'inherit' });
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  say('station  in its own window');
  return {
    closed: ended,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}
