/** What one step of `npm test` came to. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** Each failed test with the first line of what it said. */
  failures?: readonly string[];
  /** Tests that passed at a second attempt only, with the first line of what the first one said; counted in `passed`. */
  secondAttempts?: readonly string[];
}

export const addTallies = (tallies: readonly Tally[]): Required<Tally> => ({
  passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
  failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
  skipped: tallies.reduce((sum, tally) => sum + tally.skipped, 0),
  failures: tallies.flatMap(({ failures }) => failures ?? []),
  secondAttempts: tallies.flatMap(({ secondAttempts }) => secondAttempts ?? []),
});

/** A test and the first two lines of what it said, on one line of at most 400 characters, without colours. */
export function nameFailure(test: string, message = ''): string {
  const words = message.replaceAll(/\u001B\[[\d;]*m/g, '').split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 2).join(' ');
  return (words === '' ? test : `${test}: ${words}`).slice(0, 400);
}
