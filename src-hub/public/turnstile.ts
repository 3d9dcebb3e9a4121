/** Lets a few in at a time, those who wait in turn: one who brings much does not hold up the others. */
export interface Turnstile { /** Resolves when `who` is in; what it answers lets the next one in. */ enter(who: string): Promise<() => void> }

export function createTurnstile(places: number): Turnstile {
  let free = places;
  /** Those who wait, by who they are, the next one first. */
  const waiting = new Map<string, (() => void)[]>();

  function leave(): void {
    const next = waiting.entries().next().value;
    if (!next) { free += 1; return; }
    const [who, [first, ...others]] = next;
    // Whoever has more to bring stands behind all that wait.
    waiting.delete(who);
    if (others.length) waiting.set(who, others);
    first?.();
  }
  const once = () => { let isIn = true; return () => { if (isIn) { isIn = false; leave(); } }; };

  return {
    async enter(who) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => { const own = waiting.get(who); if (own) own.push(resolve); else waiting.set(who, [resolve]); });
      return once();
    },
  };
}
