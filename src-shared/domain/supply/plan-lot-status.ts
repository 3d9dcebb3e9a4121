import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { collections } from '../collections.ts';
import { lot as lotSchema, type Lot, type SetLotStatusInput } from './supply.schema.ts';
import { isVvmSpent } from './vvm-stage.ts';

/** Holds a lot back, recalls it or lets it be used again. Refusals: `LotNotFound`, `RecordNewerThanProgram`, `LotVvmSpent` (to be used again). */
export function planLotStatus(input: SetLotStatusInput, previous: Lot | undefined, context: WorkContext): Outcome<{ lot: Lot }> {
  if (!previous) return refused({ code: 'LotNotFound', lotId: input.lotId });
  if (previous.schemaVersion > collections.lots.schemaVersion) return refused({ code: 'RecordNewerThanProgram' });
  if (input.status === 'usable' && isVvmSpent(previous)) return refused({ code: 'LotVvmSpent', lotId: input.lotId });
  return accepted({ lot: buildDocument('lots', { ...previous, status: input.status }, context, { previous, knownFields: Object.keys(lotSchema.shape) }) });
}
