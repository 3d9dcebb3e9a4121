import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../node_modules/electron');

/** Electron's program where its binary has been fetched, else `undefined`. Never fetches. */
export function electronProgram(): string | undefined {
  const named = join(folder, 'path.txt');
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  if (!existsSync(named)) return undefined;
  const program = join(dist, readFileSync(named, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

/** A screen a window could open on. */
export const hasDisplay = (platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env): boolean =>
  platform !== 'linux' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
