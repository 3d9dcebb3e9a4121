/** Runs jobs by name, a few at once; a name asked for while it runs is run once more afterwards. */
export interface JobQueue { ask(name: string): void; /** Nothing waits or runs. */ readonly idle: boolean; isBusy(name: string): boolean; /** Forgets what waits. */ clear(): void; /** What runs has ended. */ settled(): Promise<void> }

export function createJobQueue(atOnce: number, run: (name: string) => Promise<void>): JobQueue {
  const waiting = new Set<string>();
  const running = new Set<string>();
  const ends = new Map<string, Promise<void>>();
  function next(): void {
    for (const name of waiting) {
      if (running.size >= atOnce) return;
      if (running.has(name)) continue;
      waiting.delete(name);
      running.add(name);
      ends.set(name, run(name).catch(() => undefined).finally(() => { running.delete(name); ends.delete(name); next(); }));
    }
  }
  return {
    ask(name) { waiting.add(name); next(); },
    get idle() { return waiting.size === 0 && running.size === 0; },
    isBusy: (name) => waiting.has(name) || running.has(name),
    clear() { waiting.clear(); },
    async settled() { await Promise.all(ends.values()); },
  };
}
