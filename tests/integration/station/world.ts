import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { initStation } from '../../../src-main/station/accounts/init-station.ts';
import { openLocalWork } from '../../../src-main/station/work/open-local-work.ts';
import type { StationWork } from '../../../src-main/station/work/station-work.ts';

export const root = join(import.meta.dirname, '..', '..', '..');
export const password = 'mật khẩu của Lan';
const endings: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

export const atEnd = (end: () => void | Promise<void>): void => { endings.push(end); };

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tramxa-station-test-'));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A station of its own with the head `lan`. */
export async function aStation({ unit = '25001', now = Date.now, hub }: { unit?: string; now?: () => number; hub?: { url: string; user: string; password: string } } = {}): Promise<{ dir: string; recoveryCode: string }> {
  const dir = join(tempDir(), 'station');
  const { recoveryCode } = await initStation({ dir, unit, unitName: 'Trạm y tế An Bình', now, hub, firstAccount: { account: 'lan', displayName: 'Lan', role: 'head', password } });
  return { dir, recoveryCode };
}

export async function openWork(dir: string, account = 'lan', secret = password, now: () => number = Date.now): Promise<StationWork> {
  const work = await openLocalWork({ dir, account, password: secret, now });
  let open = true;
  const close = work.close.bind(work);
  const closing = { ...work, close: async () => { if (open) { open = false; await close(); } } };
  atEnd(() => closing.close());
  return closing;
}

export interface Ran { code: number | null; stdout: string; stderr: string }
export interface RunOptions { env?: Record<string, string>; stdin?: string; onSpawn?: (child: ChildProcess) => void }

/** Runs the command as users do, with the password of `lan` in the environment. */
export function tramxa(args: readonly string[], { env = {}, stdin, onSpawn }: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'src-main/cli/tramxa.js'), ...args], { env: { ...process.env, TRAMXA_PASSWORD: password, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (part: Buffer) => { stdout += part.toString(); });
    child.stderr.on('data', (part: Buffer) => { stderr += part.toString(); });
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin ?? '');
    onSpawn?.(child);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

export function aFile(name: string, content: string | Uint8Array): string {
  const file = join(tempDir(), name);
  writeFileSync(file, content);
  return file;
}

export async function until(condition: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** One request run through a work; its answer. */
export async function run(work: StationWork, operation: string, input: unknown, key = `key-${Math.random()}`): Promise<Awaited<ReturnType<typeof collect>>> {
  return collect(work, operation, input, key);
}
async function collect(work: StationWork, operation: string, input: unknown, key: string) {
  const answers: Parameters<Parameters<StationWork['runMany']>[1]>[1][] = [];
  await work.runMany([{ operation, key, input }], (_, answer) => { answers.push(answer); });
  const [answer] = answers;
  if (!answer) throw new Error('no answer');
  return answer;
}

export const personId = (n: number): string => `patients:019a0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const aPerson = (n: number, fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: personId(n), fullName: 'Nguyễn Thị Hoà', sex: 'female', bornOn: '1985-03-15', noNationalIdReason: 'notBrought', village: 'Thôn 3', ...fields,
});
export const aVisit = (n: number, fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  patientId: personId(n), occurredOn: '2026-03-01', reason: 'Ho', diagnoses: [{ text: 'Cảm lạnh' }], ...fields,
});
