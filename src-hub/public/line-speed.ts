import type { Socket } from 'node:net';

/** How an answer is packed: not at all, quickly, or as small as is worth the time. */
export type Packing = 'plain' | 'quick' | 'small';

/** What a connection was seen to carry, and what is therefore best for the next long answer. */
export interface Line {
  /** For the answer that begins now. */
  packing(): Packing;
  /** The other side took a piece at once, or was waited for, milliseconds. */
  taken(waitedMs: number): void;
  /** A long answer is on its way: so many bytes, handed over since (`performance.now()`), packed or not. */
  sent(bytes: number, since: number, isPacked: boolean): void;
}

/** Shorter answers tell nothing: the time of their way is what counts there. */
const TELLING_BYTES = 65_536;
/** The other side was waited for: it is slower than compressing is. */
const SLOW_MS = 20;
/** Bytes a millisecond. So quickly was a packed answer taken and the next question asked: the line may be worth no compression … */
const WORTH_A_TRIAL = 16_000;
/** … and is, where an answer as it is was taken as quickly as this; a line of 100 Mbit/s never is. */
const WORTH_NO_PACKING = 25_000;
const ANSWERS_TO_NEXT_TRIAL = 50;

const lines = new WeakMap<Socket, Line>();

/** The clock ends with the next question on the connection, so it counts the other side's work too: a line is never thought quicker than it is. */
export function lineOf(socket: Socket): Line {
  const known = lines.get(socket);
  if (known) return known;
  let packing: Packing = 'quick';
  let last: { bytes: number; since: number; isPacked: boolean } | undefined;
  let untilTrial = 0;

  function judge({ bytes, since, isPacked }: NonNullable<typeof last>): void {
    const rate = bytes / (performance.now() - since);
    if (!isPacked && rate < WORTH_NO_PACKING) { packing = 'quick'; untilTrial = ANSWERS_TO_NEXT_TRIAL; }
    if (isPacked && rate >= WORTH_A_TRIAL && untilTrial === 0) packing = 'plain';
    untilTrial = Math.max(0, untilTrial - 1);
  }

  const line: Line = {
    packing() {
      if (last) judge(last);
      last = undefined;
      return packing;
    },
    taken(waitedMs) { if (packing !== 'plain') packing = waitedMs > SLOW_MS ? 'small' : 'quick'; },
    sent(bytes, since, isPacked) { last = bytes < TELLING_BYTES ? undefined : { bytes, since, isPacked }; },
  };
  lines.set(socket, line);
  return line;
}
