import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, idOf, oneOf } from '../common/fields.ts';
import { documentNumber, expiry, lotNumber } from './supply.schema.ts';

/** Why a lot is not what the book says. FROM KNOWLEDGE (GSP, TT 36/2018: each variance has a reason). No free text enters `resources-*`. */
export const varianceReasons = ['issueNotRecorded', 'receiptNotRecorded', 'bookError', 'wastage', 'broken', 'unknown'] as const;
export type VarianceReason = (typeof varianceReasons)[number];

/** Counted on the shelf, whole base units; nothing there is a count too. */
export const countedQuantity = z.number().int().min(0).max(10_000_000);

/** As printed on the box of a lot that is in no book. */
export const foundLot = z.strictObject({ medicineId: idOf('medicines'), lotNumber, expiresOn: expiry });
export type FoundLot = z.infer<typeof foundLot>;

/** What a book may say of a lot, below zero too; a difference from it stays a number every program can write. */
const MOST_IN_BOOK = 1_000_000_000_000;

/** One lot as it was counted. */
const countedLine = z.strictObject({
  lotId: idOf('lots'), countedBaseUnits: countedQuantity, reasonCode: oneOf(varianceReasons).optional(),
  /** What the book said at that moment, and how many movements of the lot it had that were written until then; without them the book is taken as it is now. */
  bookBaseUnits: z.number().int().min(-MOST_IN_BOOK).max(MOST_IN_BOOK).optional(), countedAt: instant.optional(), earlierMovements: z.number().int().min(0).optional(),
  /** The book has no such lot: it is made, with the id above. */
  found: foundLot.optional(),
});
export type CountedLine = z.infer<typeof countedLine>;

/** `lines` left out: those of the count with this id that is kept on this PC, with whatever else was said of it. */
export const finishStocktakeInput = z.strictObject({
  id: idOf('stocktakes').optional(), countedOn: dateOn.optional(), blind: z.boolean().optional(),
  /** Only these were to be counted; else the whole store room. */
  medicineIds: z.array(idOf('medicines')).min(1).max(5000).optional(),
  lines: z.array(countedLine).min(1).max(20_000).optional(),
});
export type FinishStocktakeInput = z.infer<typeof finishStocktakeInput>;

export const stocktakeLine = z.object({ lotId: z.string(), bookBaseUnits: z.number().int(), countedBaseUnits: countedQuantity, reasonCode: oneOf(varianceReasons).optional() });

/** A finished count; written once. What it changed are movements beside it, whose ids follow from its own (`countMovementId`). */
export const stocktake = documentBase.extend({
  /** Of the paper; the movements carry it too. */
  number: documentNumber, countedOn: dateOn, startedAt: instant, scope: z.enum(['all', 'some']), /** The book's number was hidden while counting. */ blind: z.boolean(),
  lines: z.array(stocktakeLine), /** Lots that were to be counted and were not: left as they are. */ notCounted: z.array(z.string()),
  /** Accounts. Without `witnessedBy` the second person signs on paper. */
  countedBy: z.array(z.string()), witnessedBy: z.string().optional(),
}).loose();
export type Stocktake = z.infer<typeof stocktake>;
