import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { text } from '../common/fields.ts';

/** A reviewer's word on one version of a record; a new document beside it, so that reviewer and station never edit the same one. */
export const review = documentBase.extend({
  recordId: z.string(), /** `version` of the record that was read. */ recordVersion: z.string(),
  decision: z.enum(['returned', 'accepted']), comment: text(2000).optional(),
  reviewedAt: instant, reviewedBy: z.object({ account: z.string(), displayName: z.string(), unit: z.string() }),
}).loose();
export type Review = z.infer<typeof review>;
