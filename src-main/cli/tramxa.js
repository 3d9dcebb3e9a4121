#!/usr/bin/env node
// Plain JavaScript any Node can read: it must be able to say that the Node it was started with is too old.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';

const here = dirname(fileURLToPath(import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
// Below 22.12 the SQLite driver ends the process with a segmentation fault; below 22.18 TypeScript is not stripped.
const isOldNode = major < 22 || (major === 22 && minor < 18) || (major === 23 && minor < 6);

if (isOldNode) handOn(); else await run();

async function run() {
  // Handed on by an older Node: when that one is gone, so are we.
  if (process.channel) {
    process.on('disconnect', () => process.exit(1));
    process.channel.unref();
  }
  // As `keepMemorySmall`, before anything is loaded: young space that has grown stays.
  if (process.argv[2] === 'station' && process.argv[3] === 'serve') for (const flag of ['--semi-space-growth-factor=1', '--heap-growing-percent=20']) v8.setFlagsFromString(flag);
  // Compiled code is kept between runs: a command starts in two thirds of the time.
  module.enableCompileCache?.();
  // The installed program carries its own bundle; the source tree needs none.
  const { main } = await import(existsSync(join(here, 'main.ts')) ? './main.ts' : '../../dist/cli/main.js');
  process.exitCode = await main(process.argv.slice(2));
}

/** Runs the same command with the Node that `npm ci` brought along, or says what to do. */
function handOn() {
  const root = join(here, '..', '..');
  const bundled = [join(root, 'node_modules', 'node', 'bin', 'node'), join(root, 'node_modules', 'node', 'bin', 'node.exe')].find((file) => existsSync(file));
  if (!bundled) {
    process.stderr.write(`tramxa needs Node 24 (this is ${process.versions.node}). Run "npm ci" in ${root}, which brings Node 24 along, or install Node 24.\n`);
    process.exit(2);
  }
  const child = spawn(bundled, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => { process.stderr.write(`tramxa: ${bundled} could not be started: ${error.message}\n`); process.exit(2); });
  child.on('exit', (code) => process.exit(code ?? 1));
}
