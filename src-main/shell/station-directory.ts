import { posix, win32 } from 'node:path';

export interface DirectoryQuestion { argv: readonly string[]; env: NodeJS.ProcessEnv; platform: string; /** The user's own folder for this app. */ userData: string; exists(path: string): boolean }

/**
 * Where this PC's station lies: `--dir D`, else `TRAMXA_DIR`, else the folder the Windows installer made for everybody who sits at
 * this PC, else one of the user's own. A station that is in the user's own folder already stays there.
 */
export function stationDirectory({ argv, env, platform, userData, exists }: DirectoryQuestion): string {
  const { join } = platform === 'win32' ? win32 : posix;
  const at = argv.indexOf('--dir');
  const given = (at >= 0 ? argv[at + 1] : undefined) ?? env.TRAMXA_DIR;
  if (given !== undefined) return given;
  const own = join(userData, 'station');
  const shared = platform === 'win32' && env.ProgramData ? join(env.ProgramData, 'TramXa') : undefined;
  return shared === undefined || exists(own) || !exists(shared) ? own : join(shared, 'station');
}
