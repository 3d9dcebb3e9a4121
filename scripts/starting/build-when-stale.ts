import { join } from 'node:path';
import { runNode, toolFile } from '../testing/run-tool.ts';
import { isStale } from './is-stale.ts';

const root = join(import.meta.dirname, '../..');
const inRoot = (...paths: string[]): string[] => paths.map((path) => join(root, path));

/** Builds the pages where a source is newer than what was built. */
export async function buildPages(say: (line: string) => void): Promise<void> {
  if (!isStale(join(root, 'dist/renderer/index.html'), inRoot('src-renderer', 'src-shared', 'vite.renderer.config.ts', 'package-lock.json'))) return;
  say('building the pages …');
  await build('vite.renderer.config.ts');
}

/** Builds the shell and the station process it starts, where a source is newer than what was built. */
export async function buildShell(say: (line: string) => void): Promise<void> {
  if (!isStale(join(root, 'dist/shell/main.js'), inRoot('src-main', 'src-shared', 'store', 'sync', 'src-hub', 'vite.node.config.ts', 'package-lock.json'))) return;
  say('building the shell …');
  await build('vite.node.config.ts');
}

async function build(config: string): Promise<void> {
  if (await runNode([toolFile('vite', 'vite'), 'build', '--config', config, '--logLevel', 'warn']) !== 0) throw new Error(`${config} could not be built`);
}
