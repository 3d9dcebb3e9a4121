import type { AccountAnswer } from '../../../src-shared/contract/accounts.ts';
import { isFull } from '../backup/backup-problem.ts';
import { StationProblem } from '../station-problem.ts';

/** What a rule said no to becomes a value, as everywhere behind the door, and so does a full disk; a fault stays one. */
export async function accountAnswer<T extends object>(work: () => Promise<T>): Promise<({ ok: true } & T) | Extract<AccountAnswer, { ok: false }>> {
  try {
    return { ok: true, ...await work() };
  } catch (error) {
    if (error instanceof StationProblem) return { ok: false, refusals: [{ code: error.code, ...error.facts }] };
    if (isFull(error)) return { ok: false, refusals: [{ code: 'DiskFull' }] };
    throw error;
  }
}
