import { z } from 'zod';

/**
 * `conflict:<id>:<revA>:<revB>`: what differs in two places, the same on every side (architecture §4). Made by a merge, so
 * it says who made which version itself; `sync` owns its inner shape.
 */
export const conflictDocument = z.object({ _id: z.string().startsWith('conflict:'), recordId: z.string() }).loose();

/** `receipt:<unit of a hub>`: what that hub proved to hold; `sync` owns its inner shape (sync/types.ts). */
export const receiptDocument = z.object({ _id: z.string().startsWith('receipt:'), unit: z.string(), tier: z.string() }).loose();
