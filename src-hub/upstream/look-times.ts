/**
 * How long, in milliseconds, this hub may be without a look at its parent, whatever became of the line: one that was cut without a word, or
 * a parent that takes a connection and says nothing, is given up after `LOOK_MS`, and asked anew soon after.
 */
export const LOOK_MS = 8_000;
/** The parent is asked to end a poll after this, so that half of the time is left for its answer's way. */
export const POLL_MS = LOOK_MS / 2;
/** From one try at an absent parent to the next, the time of the try counted; jittered by a quarter. */
export const RETRY_MS = 2_000;
/** An idle line is given up sooner; while something is on its way, no request is waited for longer than this. */
export const LONGEST_WAIT_MS = 600_000;
/** Of a line not known yet, and of any line at least. */
export const SLOWEST_BYTES_PER_SECOND = 4096;
/** At least so long after a try that took longer, and after a line that was lost. */
export const BREATH_MS = 250;
