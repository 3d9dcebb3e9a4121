#!/usr/bin/env node
// Plain JavaScript any Node can read: it must be able to say that the Node it was started with is too old.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
// Below 22.12 the SQLite driver ends the process with a segmentation fault, and TypeScript is not stripped.
const isOldNode = major < 22 || (major === 22 && minor < 18) || (major === 23 && minor < 6);

if (isOldNode) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const bundled = [join(root, 'node_modules', 'node', 'bin', 'node'), join(root, 'node_modules', 'node', 'bin', 'node.exe')].find(existsSync);
  if (bundled) {
    const done = spawnSync(bundled, process.argv.slice(1), { stdio: 'inherit' });
    process.exit(done.status ?? 1);
  }
  process.stderr.write(`tramxa needs Node 24 (this is ${process.versions.node}). Run "npm ci" in ${root}, which brings Node 24 along, or install Node 24.\n`);
  process.exit(2);
}

// The installed program carries its own bundle; the source tree runs as it is.
const here = dirname(fileURLToPath(import.meta.url));
const { main } = await import(existsSync(join(here, 'main.ts')) ? './main.ts' : '../../dist/cli/main.js');
process.exitCode = await main(process.argv.slice(2));
