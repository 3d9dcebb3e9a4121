import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keyringPath } from '../accounts/keyring.ts';

/** Whether a station may be made here by its first start: nothing there, or what an unfinished `init` left. */
export const isForFirstStart = (dir: string): boolean =>
  !existsSync(dir) || (!existsSync(keyringPath(dir)) && (readdirSync(dir).length === 0 || existsSync(join(dir, 'init-unfinished'))));
