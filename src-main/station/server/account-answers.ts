import type { AccountAnswer } from '../../../src-shared/contract/accounts.ts';
import { StationProblem } from '../station-problem.ts';

/** What a rule said no to becomes a value, as everywhere behind the door; a fault stays one. */
export async function accountAnswer<T extends object>(work: () => Promise<T>): Promise<({ ok: true } & T) | Extract<AccountAnswer, { ok: false }>> {
  try {
    return { ok: true, ...await work() };
  } catch (error) {
    if (!(error instanceof StationProblem)) throw error;
    return { ok: false, refusals: [{ code: error.code, ...error.facts }] };
  }
}
