import { StationProblem } from '../station-problem.ts';
import type { Unlocked } from './accounts.ts';

const recoveryCodeForm = ': it is eight groups of four letters and digits (7K2M-9QXD-…), the one printed last for this station';

/** For the command line: a refused sign-in in words, by what was tried. */
export function unlockedOrProblem(unlocked: Unlocked, account: string, tried: 'password' | 'recovery code' = 'password'): Extract<Unlocked, { ok: true }> {
  if (unlocked.ok) return unlocked;
  const { code, waitMs } = unlocked.refusal;
  const wait = waitMs ? ` (wait ${Math.ceil(waitMs / 1000)} s before the next try)` : '';
  const words = {
    WrongPassword: `wrong ${tried} for account ${account}${tried === 'password' ? '' : recoveryCodeForm}${wait}`,
    TooSoon: `too many wrong ${tried}s for account ${account}${wait}`,
    UnknownAccount: `there is no account ${account} at this station`,
    AccountDisabled: `account ${account} is disabled`,
  };
  throw new StationProblem(code, words[code], waitMs ? { waitMs } : {});
}
