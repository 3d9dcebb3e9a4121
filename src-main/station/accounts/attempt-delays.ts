import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFull } from '../backup/backup-problem.ts';
import { writeFileDurably } from './write-file-durably.ts';

interface Attempts { failures: number; notBefore: number }

/** Two slips are free; then 1 s, 2 s, 4 s … up to a minute. Never locked out: a person with the right password waits a minute at most. */
const freeSlips = 2;
const longestWaitMs = 60_000;
const waitAfter = (failures: number): number => failures <= freeSlips ? 0 : Math.min(longestWaitMs, 1000 * 2 ** (failures - freeSlips - 1));

/** Slows wrong passwords down, per account, over restarts. */
export interface AttemptDelays {
  /** Milliseconds until the next attempt is looked at; 0 = now. */
  waitMs(account: string): number;
  failed(account: string): number;
  succeeded(account: string): void;
}

export function createAttemptDelays(dir: string, now: () => number): AttemptDelays {
  const file = join(dir, 'attempts.json');
  const attempts = new Map<string, Attempts>(Object.entries(readAttempts(file)));
  /** On a full disk they count as long as this process runs: nobody is kept out by it. */
  const persist = () => {
    try { writeFileDurably(file, JSON.stringify(Object.fromEntries(attempts))); } catch (error) { if (!isFull(error)) throw error; }
  };
  /** A clock set back must not turn a minute into a year. */
  const wait = (account: string) => Math.min(longestWaitMs, Math.max(0, (attempts.get(account)?.notBefore ?? 0) - now()));
  return {
    waitMs: wait,
    failed(account) {
      const failures = (attempts.get(account)?.failures ?? 0) + 1;
      attempts.set(account, { failures, notBefore: now() + waitAfter(failures) });
      persist();
      return wait(account);
    },
    succeeded(account) {
      if (attempts.delete(account)) persist();
    },
  };
}

function readAttempts(file: string): Record<string, Attempts> {
  if (!existsSync(file)) return {};
  try {
    const content = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(content).filter((entry): entry is [string, Attempts] => isAttempts(entry[1])));
  } catch {
    return {};
  }
}

const isAttempts = (value: unknown): value is Attempts =>
  typeof value === 'object' && value !== null && 'failures' in value && typeof value.failures === 'number' && 'notBefore' in value && typeof value.notBefore === 'number';
