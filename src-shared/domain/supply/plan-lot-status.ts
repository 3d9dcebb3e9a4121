import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { collections } from '../collections.ts';
import { lot as lotSchema, type Lot, type SetLotStatusInput } from './supply.schema.ts';

/** Holds a lot back, recalls it or lets it be used again. Refusals: `LotNotFound`, `RecordNewerThanProgram`. */
export function planLotStatus(input: SetLotStatusInput, previous: Lot | undefined, context: WorkContext): Outcome<{ lot: Lot }> {
  if (!previous) return refused({ code: 'LotNotFound', lotId: input.lotId });
  if (previous.schemaVersion > collections.lots.schemaVersion) return refused({ code: 'RecordNewerThanProgram' });
  return accepted({ lot: buildDocument('lots', { ...previous, status: input.status }, context, { previous, knownFields: Object.keys(lotSchema.shape) }) });
}
