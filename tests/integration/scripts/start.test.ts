import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
let dir = '';
beforeAll(() => { dir = mkdtempSync(join(tmpdir(), 'tramxa-start-')); });
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));

interface Started { child: ChildProcess; text(): string; ended: Promise<number | null> }

async function start(): Promise<Started> {
  const child = spawn(process.execPath, ['scripts/start.ts'], { cwd: root, env: { ...process.env, TRAMXA_DATA: dir, TRAMXA_NO_ELECTRON: '1', TRAMXA_NO_BROWSER: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const hear = (chunk: Buffer): void => { text += chunk.toString(); };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => { child.once('exit', resolve); });
  await expect.poll(() => text, { timeout: 100_000 }).toContain('Ctrl-C ends everything');
  return { child, text: () => text, ended };
}

const address = (text: string, of: string): string => new RegExp(`^${of}\\s+(http://127\\.0\\.0\\.1:\\d+)`, 'm').exec(text)?.[1] ?? '';

describe('npm start', () => {
  it('[TOO21] makes a practice station and hub on first use, says where they are and who signs in', async () => {
    const { child, text, ended } = await start();
    try {
      expect(text()).toContain('first start');
      expect(text()).toMatch(/sign in .*password: \S+/);
      expect((await fetch(address(text(), 'station'))).status).toBe(200);
      expect(await (await fetch(`${address(text(), 'hub')}/`)).json()).toMatchObject({ couchdb: 'Welcome' });
    } finally {
      child.kill('SIGINT');
    }
    expect(await ended).toBe(0);
  });

  // Windows has no signal that a process could hear from a test.
  it.skipIf(process.platform === 'win32')('[TOO22] ends everything at Ctrl-C, and the next start takes what is there', async () => {
    const { child, text, ended } = await start();
    expect(text()).not.toContain('first start');
    const [station, hub] = [address(text(), 'station'), address(text(), 'hub')];
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    await expect(fetch(station)).rejects.toThrow();
    await expect(fetch(hub)).rejects.toThrow();
    for (const place of ['station', 'hub']) expect(existsSync(join(dir, 'practice', place, 'runtime.json'))).toBe(false);
  });
});
