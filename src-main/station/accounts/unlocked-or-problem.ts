import { StationProblem } from '../station-problem.ts';
import type { Unlocked } from './accounts.ts';

/** For the command line: a refused sign-in in words. */
export function unlockedOrProblem(unlocked: Unlocked, account: string): Extract<Unlocked, { ok: true }> {
  if (unlocked.ok) return unlocked;
  const { code, waitMs } = unlocked.refusal;
  const wait = waitMs ? ` (wait ${Math.ceil(waitMs / 1000)} s before the next try)` : '';
  const words = {
    WrongPassword: `wrong password for account ${account}${wait}`,
    TooSoon: `too many wrong passwords for account ${account}${wait}`,
    UnknownAccount: `there is no account ${account} at this station`,
    AccountDisabled: `account ${account} is disabled`,
  };
  throw new StationProblem(code, words[code], waitMs ? { waitMs } : {});
}
