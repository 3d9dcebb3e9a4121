/** Waits for documents by id, whether they came already or come later. */
export interface Arrivals { came(id: string): void; seen(id: string): Promise<void> }

export function createArrivals(): Arrivals {
  const here = new Set<string>();
  const waiting = new Map<string, () => void>();
  return {
    came(id) {
      here.add(id);
      waiting.get(id)?.();
      waiting.delete(id);
    },
    seen: (id) => (here.has(id) ? Promise.resolve() : new Promise((resolve) => { waiting.set(id, resolve); })),
  };
}
