import { StationProblem } from '../station-problem.ts';

/** Length is what counts; wrong guesses are slowed down and each costs 64 MiB (docs/decisions/0030). */
const shortest = 6;
const longest = 1024;

/** @throws StationProblem `PasswordTooShort`, `PasswordTooLong`. */
export function checkPassword(password: string): void {
  const length = [...password.normalize('NFC')].length;
  if (length < shortest) throw new StationProblem('PasswordTooShort', `a password needs at least ${shortest} characters`, { shortest });
  if (length > longest) throw new StationProblem('PasswordTooLong', `a password has at most ${longest} characters`, { longest });
}
