import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { readKeysFile } from '../updates/index.ts';
import { join } from 'node:path';
import { runNode, toolFile } from './testing/run-tool.ts';

const root = join(import.meta.dirname, '..');
const vite = toolFile('vite', 'vite');
const here = { win32: '--win', darwin: '--mac' }[process.platform as string] ?? '--linux';
const targets = process.argv.slice(2);

/** Bundles, then the unpacked app of this system; `-- --win nsis`, `-- --linux deb AppImage` make installers instead. */
const steps: string[][] = [
  [vite, 'build', '--config', 'vite.renderer.config.ts', '--logLevel', 'warn'],
  [vite, 'build', '--config', 'vite.node.config.ts', '--logLevel', 'warn'],
  [toolFile('electron-builder', 'electron-builder'), ...(targets.length > 0 ? targets : [here, 'dir']), '--publish', 'never',
    ...(process.env.TRAMXA_ELECTRON_DIST === undefined ? [] : [`--config.electronDist=${process.env.TRAMXA_ELECTRON_DIST}`])],
];

/** Release keys whose update files this program will take; an empty list takes none. */
const keys = process.env.TRAMXA_RELEASE_KEYS ?? join(root, 'installers/release-keys.json');
if (readKeysFile(keys).length === 0) console.log(`no release key in ${keys}: what is built takes no update files (docs/runbooks/updates.md)`);
mkdirSync(join(root, 'dist'), { recursive: true });
copyFileSync(keys, join(root, 'dist/release-keys.json'));

for (const folder of ['shell', 'station', 'cli', 'shared']) rmSync(join(root, 'dist', folder), { recursive: true, force: true });
for (const step of steps) {
  const code = await runNode(step);
  if (code !== 0) process.exit(code);
}
