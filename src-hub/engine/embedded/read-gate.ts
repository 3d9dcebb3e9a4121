/** Keeps readers that take several turns of the event loop from seeing a write halfway: a write waits for those that read, later readers wait for the write. */
export interface ReadGate { read<T>(work: () => Promise<T>): Promise<T>; write<T>(work: () => T): Promise<T> }

export function createReadGate(): ReadGate {
  const reading = new Set<Promise<unknown>>();
  let writing: Promise<unknown> = Promise.resolve();
  let writers = 0;
  return {
    async read(work) {
      while (writers > 0) await writing;
      const mine = work();
      const ended = mine.catch(() => undefined);
      reading.add(ended);
      try { return await mine; } finally { reading.delete(ended); }
    },
    async write(work) {
      if (writers === 0 && reading.size === 0) return work();
      writers += 1;
      const mine = writing.then(async () => {
        await Promise.all(reading);
        writers -= 1;
        return work();
      });
      writing = mine.catch(() => undefined);
      return mine;
    },
  };
}
