import type { Cipher } from './driver.ts';

/** Places in the memory that a checkpointer and its thread share. */
export const CELL = { life: 0, wish: 1 } as const;
/** Of the thread: it has no connection yet, has one, or has none any more. */
export const LIFE = { starting: 0, open: 1, closed: 2 } as const;
/** What is asked of it. It turns `fold` into `folding` and, done, into `nothing`. */
export const WISH = { nothing: 0, fold: 1, folding: 2, end: 3 } as const;

export interface CheckpointThreadData { file: string; key: Buffer; cipher: Cipher; cells: Int32Array }
