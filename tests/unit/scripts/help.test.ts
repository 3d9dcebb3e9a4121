import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const run = (script: string, words: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [join(root, 'scripts', script), ...words], { encoding: 'utf8', timeout: 60_000, env: { ...process.env, ...env } });

it('[TOO31] start says how it is used and makes nothing', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tramxa-help-'));
  onTestFinished(() => { rmSync(dir, { recursive: true, force: true }); });
  const ran = run('start.ts', ['--help'], { TRAMXA_DATA: join(dir, 'data'), TRAMXA_NO_BROWSER: '1' });
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(ran.stdout).toContain('usage: npm start');
  expect(existsSync(join(dir, 'data'))).toBe(false);
}, 120_000);

it('[TOO31] release says how it is used, and again where it is used wrongly', () => {
  const helped = run('release.ts', ['--help']);
  expect(helped).toMatchObject({ status: 0, stderr: '' });
  expect(helped.stdout).toContain('usage: npm run release');
  for (const wrong of [[], ['--nonsense'], ['update', '--out']]) {
    const ran = run('release.ts', wrong);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('usage: npm run release');
    expect(ran.stderr).not.toContain('    at ');
  }
}, 120_000);
