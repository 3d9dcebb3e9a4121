import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileDurably } from '../accounts/write-file-durably.ts';

const runtime = z.object({ address: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/), token: z.string().min(20), pid: z.number().int() });
/** Where a station serves its directory and what a command of the same user shows to be let in (mode 0600). */
export type Runtime = z.infer<typeof runtime>;

const runtimeFile = (dir: string): string => join(dir, 'runtime.json');

export const writeRuntimeFile = (dir: string, content: Runtime): void => writeFileDurably(runtimeFile(dir), JSON.stringify(content), 0o600);
export const removeRuntimeFile = (dir: string): void => rmSync(runtimeFile(dir), { force: true });

function readRuntimeFile(dir: string): Runtime | undefined {
  const file = runtimeFile(dir);
  if (!existsSync(file)) return undefined;
  try { return runtime.parse(JSON.parse(readFileSync(file, 'utf8'))); } catch { return undefined; }
}

/** Where a station that was killed served, whose open pages look for it there; 0 where none was. */
export const portLeft = (dir: string): number => Number(new URL(readRuntimeFile(dir)?.address ?? 'http://127.0.0.1:0').port);

/** The station that serves this directory, if one answers to the token; a file left by a killed one is nothing. */
export async function findServing(dir: string): Promise<Runtime | undefined> {
  const found = readRuntimeFile(dir);
  if (!found) return undefined;
  try {
    const answer = await fetch(`${found.address}/command/ping`, { method: 'POST', headers: { authorization: `Bearer ${found.token}` }, signal: AbortSignal.timeout(5000) });
    return answer.ok && (await answer.text()) === '{"ok":true}' ? found : undefined;
  } catch {
    return undefined;
  }
}
