/** Times of commits in milliseconds with two decimals (RxDB's form), each greater than the one before, whatever the clock does. */
export interface LwtClock { next(): number; readonly last: number; raiseTo(lwt: number): void }

export function createLwtClock(now: () => number, start: number): LwtClock {
  // Hundredths of a millisecond as whole numbers: sums of 0.01 would drift.
  let last = Math.round(start * 100);
  return {
    next() {
      last = Math.max(last + 1, Math.round(now() * 100));
      return last / 100;
    },
    get last() { return last / 100; },
    raiseTo(lwt) { last = Math.max(last, Math.round(lwt * 100)); },
  };
}
