export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs one piece of work after another, in the order they were given. */
export function createTurns(): Turns {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = tail.then(work, work);
    tail = turn.catch(() => undefined);
    return turn;
  };
}
