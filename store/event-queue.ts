/** Delivers in the order pushed, also when a listener pushes again while it is being told. */
export function createEventQueue<T>(deliver: (event: T) => void): { push(event: T): void } {
  const waiting: T[] = [];
  let isDelivering = false;
  return {
    push(event) {
      waiting.push(event);
      if (isDelivering) return;
      isDelivering = true;
      try {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) deliver(next);
      } finally { isDelivering = false; }
    },
  };
}
