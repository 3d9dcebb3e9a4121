/** Does one thing after the other for each name. */
export type InTurn = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
  const ends = new Map<string, Promise<void>>();
  return (name, work) => {
    const mine = (ends.get(name) ?? Promise.resolve()).then(work);
    const end = mine.then(() => undefined, () => undefined).finally(() => { if (ends.get(name) === end) ends.delete(name); });
    ends.set(name, end);
    return mine;
  };
}
