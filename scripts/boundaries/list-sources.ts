import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFolders } from './source-folders.ts';

const isSource = (name: string): boolean => /\.(ts|tsx)$/.test(name) && !name.endsWith('.d.ts');

/** Every source file below the source folders of `root`, with `/` between folders, relative to `root`. */
export function listSources(root: string): string[] {
  const found: string[] = [];
  for (const folder of sourceFolders) {
    if (!existsSync(join(root, folder))) continue;
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/');
      if (entry.isFile() && isSource(entry.name) && !/(^|\/)node_modules\//.test(path) && !path.startsWith('bench/peers/')) found.push(path);
    }
  }
  return found.sort();
}
