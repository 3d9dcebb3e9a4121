import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Surroundings { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; exists: (path: string) => boolean }

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const macPrograms = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const windowsPrograms = ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

const here: Surroundings = { platform: process.platform, env: process.env, exists: existsSync };

/** The browser the end-to-end tests drive: `CHROMIUM_PATH`, else the first Chromium, Chrome or Edge found on this machine. */
export function findChromium({ platform, env, exists }: Surroundings = here): string | undefined {
  if (env.CHROMIUM_PATH !== undefined && exists(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
  return candidates(platform, env).find(exists);
}

function candidates(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined);
    return windowsPrograms.flatMap((program) => folders.map((folder) => `${folder}/${program}`));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...onPath.flatMap((name) => folders.map((folder) => join(folder, name))), ...(platform === 'darwin' ? macPrograms : [])];
}
