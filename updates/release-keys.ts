import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';

const keysFile = z.array(z.strictObject({ name: z.string(), publicKey: z.string().includes('PUBLIC KEY') }));

/**
 * Public release keys (PEM) this program trusts. An installed program has them in its own package, where `npm run dist` put
 * them; run from its sources it reads `TRAMXA_RELEASE_KEYS`, else `installers/release-keys.json`.
 */
export function readReleaseKeys(from: string = import.meta.dirname): string[] {
  for (let dir = from, depth = 0; depth < 5; dir = join(dir, '..'), depth += 1) {
    const packaged = join(dir, 'release-keys.json');
    if (basename(dir) === 'dist') return existsSync(packaged) ? readKeysFile(packaged) : [];
    const beside = join(dir, 'installers', 'release-keys.json');
    if (existsSync(beside)) return readKeysFile(process.env.TRAMXA_RELEASE_KEYS ?? beside);
  }
  return [];
}

/** @throws where the file is none of release keys. */
export const readKeysFile = (file: string): string[] => keysFile.parse(JSON.parse(readFileSync(file, 'utf8'))).map(({ publicKey }) => publicKey);
