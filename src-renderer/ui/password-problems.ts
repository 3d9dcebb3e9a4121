import type { Problems } from './problems.ts';

export interface PasswordFields { password: string; again: string }

/** The station's own rule says the same (`password-rules`); here it is said before anything is sent. */
const shortestPassword = 6;

export function passwordProblems({ password, again }: PasswordFields): Problems {
  const problems: Problems = {};
  if (password === '') problems.password = { code: 'required' };
  else if ([...password.normalize('NFC')].length < shortestPassword) problems.password = { code: 'passwordTooShort', shortest: shortestPassword };
  if (password !== '' && again.normalize('NFC') !== password.normalize('NFC')) problems.again = { code: again === '' ? 'required' : 'passwordsDiffer' };
  return problems;
}
