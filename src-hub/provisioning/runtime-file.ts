import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a serving hub can be reached by a command on the same machine; readable by its owner only. */
export interface RuntimeFile { url: string; token: string; pid: number }

const fileOf = (dir: string) => join(dir, 'runtime.json');

export function writeRuntimeFile(dir: string, runtime: RuntimeFile): void {
  rmSync(fileOf(dir), { force: true });
  writeFileSync(fileOf(dir), JSON.stringify(runtime), { mode: 0o600 });
}

export function readRuntimeFile(dir: string): RuntimeFile | undefined {
  try {
    const read = JSON.parse(readFileSync(fileOf(dir), 'utf8')) as Partial<RuntimeFile>;
    return typeof read.url === 'string' && typeof read.token === 'string' ? { url: read.url, token: read.token, pid: read.pid ?? 0 } : undefined;
  } catch {
    return undefined;
  }
}

export const removeRuntimeFile = (dir: string): void => rmSync(fileOf(dir), { force: true });
