import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, text } from '../common/fields.ts';

/** What was said of one version of a record: it is fine, or it goes back to be corrected. */
export const recordDecisions = ['returned', 'accepted'] as const;
/** What was said to the whole station: a record is missing, a month is closed or open again. */
const stationDecisions = ['requested', 'withdrawn', 'locked', 'unlocked'] as const;

/** A calendar month, `YYYY-MM`. */
export const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Path of a field in a record, e.g. `conclusionClass`, `observations.weightKg`. */
export const fieldPath = z.string().regex(/^[A-Za-z]{1,60}(\.[A-Za-z0-9]{1,60})?$/);
const fieldComments = z.array(z.object({ field: fieldPath, text: text(1000) })).max(50);

/**
 * A reviewer's word; a new document beside the record, so that reviewer and station never edit the same one. Of a record:
 * `recordId` and the `recordVersion` that was read. To the station: `recordId` is `''`, or the request that is withdrawn.
 */
export const review = documentBase.extend({
  recordId: z.string(), /** `version` of the record that was read. */ recordVersion: z.string(),
  decision: z.enum([...recordDecisions, ...stationDecisions]),
  /** The reason of a return, or what is asked for. */
  comment: text(2000).optional(),
  /** At single fields of the record. */
  comments: fieldComments.optional(),
  /** What is missing: a kind of record, perhaps of one person, perhaps on a day. */
  asked: z.object({ kind: z.enum(['checkup', 'visit']), patientId: z.string().optional(), occurredOn: dateOn.optional() }).optional(),
  /** The month that is closed or open again. */
  period: period.optional(),
  reviewedAt: instant, reviewedBy: z.object({ account: z.string(), displayName: z.string(), unit: z.string() }),
}).loose();
export type Review = z.infer<typeof review>;
export type RecordDecision = (typeof recordDecisions)[number];
