const LOOK_MS = 700;
/** Less than this of a look spent computing is rest. */
const RESTING_MS = 25;
const LOOKS_AT_REST = 3;

/** Waits until a server has nothing left to compute; answers the time it has spent so far, in milliseconds. */
export async function settle(cpuMs: () => Promise<number>): Promise<number> {
  let before = await cpuMs();
  for (let resting = 0; resting < LOOKS_AT_REST;) {
    await new Promise((resolve) => { setTimeout(resolve, LOOK_MS); });
    const now = await cpuMs();
    resting = now - before < RESTING_MS ? resting + 1 : 0;
    before = now;
  }
  return before;
}
