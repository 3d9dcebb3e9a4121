import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from '../../../src-shared/contract/support.ts';

/** The newest lines of `<dir>/logs/station.log` and the file before it, newest first. Lines hold no patient's data (`fault-log.ts`). */
export function readLog(dir: string, most: number): LogLine[] {
  const texts = ['station.log', 'station.log.1'].map((name) => join(dir, 'logs', name)).filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
  return texts.flatMap((text) => text.trimEnd().split('\n').reverse()).slice(0, most).flatMap((line) => {
    try {
      const { at, event, fault, ...facts } = JSON.parse(line) as { at?: unknown; event?: unknown; fault?: unknown } & Record<string, unknown>;
      return [{ at: String(at ?? ''), event: typeof event === 'string' ? event : 'fault', ...(typeof fault === 'string' ? { faultId: fault } : {}), facts }];
    } catch { return []; }
  });
}
