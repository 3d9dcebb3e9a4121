import { join } from 'node:path';

/** Where this PC's station lies: `--dir D`, else `TRAMXA_DIR`, else a folder of the user's own. */
export function stationDirectory(argv: readonly string[], env: NodeJS.ProcessEnv, userData: string): string {
  const at = argv.indexOf('--dir');
  const given = at >= 0 ? argv[at + 1] : undefined;
  return given ?? env.TRAMXA_DIR ?? join(userData, 'station');
}
