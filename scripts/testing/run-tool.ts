import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The JavaScript file behind a package's command, so that no shell and no `.cmd` stands between. */
export function toolFile(packageName: string, command: string): string {
  const manifest = join(packageFolder(packageName), 'package.json');
  const { bin } = require(manifest) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(dirname(manifest), file);
}

function packageFolder(packageName: string): string {
  return join(import.meta.dirname, '../../node_modules', packageName);
}

/** Runs a Node program with this Node, its output shown as it comes; answers its exit code. */
export function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env }, cwd: join(import.meta.dirname, '../..') });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
