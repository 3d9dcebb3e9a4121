import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

/** One file and the one before it. */
const largestBytes = 1_000_000;

/** Writes what happened and what broke to `<dir>/logs/station.log`, a JSON object a line; never a patient's data, so never an error's message. */
export interface FaultLog {
  log(event: string, facts?: Record<string, unknown>): void;
  /** The id the user is told. */
  fault(error: unknown, where: string): string;
}

export function createFaultLog(dir: string, now: () => number): FaultLog {
  const file = join(dir, 'logs', 'station.log');
  const write = (entry: Record<string, unknown>) => {
    try {
      mkdirSync(join(dir, 'logs'), { recursive: true, mode: 0o700 });
      if (existsSync(file) && statSync(file).size > largestBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, `${JSON.stringify({ at: new Date(now()).toISOString(), ...entry })}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not turn one fault into two.
    }
  };
  return {
    log: (event, facts = {}) => write({ event, ...facts }),
    fault(error, where) {
      const faultId = randomBytes(5).toString('hex');
      write({ fault: faultId, where, ...describeFault(error) });
      return faultId;
    },
  };
}

/** Name, code and the places of the stack. The message may quote what was typed and is left out. */
export function describeFault(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : undefined;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => line.trim().replace(/file:\/\/\S*?\/(src-|store|sync|node_modules|dist)/, '$1'));
  return { name: error.name, code, places, cause: error.cause === undefined ? undefined : describeFault(error.cause) };
}
