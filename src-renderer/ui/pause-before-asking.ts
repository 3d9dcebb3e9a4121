/** A typing program takes letters back to put marked ones in their place: what got shorter waits for what comes next. */
const SHORTER_PAUSE_MS = 60;

/** How long to wait before `typed` is searched for, in milliseconds; `asked` is what the list answers now. */
export function pauseBeforeAsking(typed: string, asked: string, overALineMs = 0): number {
  return typed === '' ? 0 : Math.max(overALineMs, typed.length < asked.length ? SHORTER_PAUSE_MS : 0);
}
