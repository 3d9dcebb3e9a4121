/** Times of commits in milliseconds with two decimals (RxDB's form), each greater than the one before, whatever the clock does. */
export interface LwtClock { /** `wished` is used instead of the clock's time where it is a time later than all before. */ next(wished?: number): number; readonly last: number; now(): number }

export function createLwtClock(now: () => number, start: number): LwtClock {
  // Hundredths of a millisecond as whole numbers: sums of 0.01 would drift.
  let last = Math.round(start * 100);
  return {
    next(wished) {
      const wanted = Math.round((wished ?? now()) * 100);
      // What is no time, or so late that no number is left after it, would be the file's last.
      last = Math.max(last + 1, Number.isSafeInteger(wanted) ? wanted : Math.round(now() * 100));
      return last / 100;
    },
    get last() { return last / 100; },
    now,
  };
}
