import { spawn } from 'node:child_process';
import { hasDisplay } from '../electron-here.ts';

/** The command that opens an address in the user's browser, where there is a screen to open it on. */
export function browserCommand(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): [string, ...string[]] | undefined {
  if (env.TRAMXA_NO_BROWSER || env.CI || !hasDisplay(platform, env)) return undefined;
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return platform === 'darwin' ? ['open'] : ['xdg-open'];
}

/** Opens the address in the default browser where possible; never an error, since the address is printed too. */
export function openBrowser(address: string): void {
  const command = browserCommand(process.platform, process.env);
  if (command === undefined) return;
  const [program, ...args] = command;
  spawn(program, [...args, address], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref();
}
