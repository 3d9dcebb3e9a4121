import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
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

  it.skipIf(process.platform === 'win32')('[TOO24] moves its hub when another program has taken the port, and exchanges with it there', async () => {
    const first = await start();
    const before = address(first.text(), 'hub');
    first.child.kill('SIGINT');
    await first.ended;
    const taker = createServer();
    await new Promise<void>((resolve) => { taker.listen(Number(new URL(before).port), '127.0.0.1', resolve); });
    const second = await start();
    try {
      const after = address(second.text(), 'hub');
      expect(after).not.toBe(before);
      const [, account = '', password = ''] = /^sign in .*\((\S+)\), password: (.+)$/m.exec(second.text()) ?? [];
      const synced = execFileSync(process.execPath, ['src-main/cli/tramxa.js', 'station', 'sync', '--dir', join(dir, 'practice/station'), '--account', account, '--json'], { cwd: root, env: { ...process.env, TRAMXA_PASSWORD: password }, encoding: 'utf8' });
      expect(JSON.parse(synced)).toMatchObject({ denied: 0, receipts: [{ unit: '769', missing: 0 }] });
    } finally {
      second.child.kill('SIGINT');
      await second.ended;
      taker.close();
    }
  });
});
