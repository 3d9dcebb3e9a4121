import { collections } from '../collections.ts';
import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { refuseFuture } from './build-movement.ts';
import { lot as lotSchema, type CheckVvmInput, type Lot } from './supply.schema.ts';
import { isSpentStage } from './vvm-stage.ts';

type Checked = Pick<Lot, 'status' | 'vvmChecks'>;

/** The lot's content with a further look; a stage that may not be given holds a usable lot back at once. */
export function withVvmCheck<L extends Checked>(lot: L, { vvmStage: stage, checkedOn: on }: Pick<CheckVvmInput, 'vvmStage' | 'checkedOn'>, { now: at, account: by }: WorkContext): L {
  return { ...lot, status: lot.status === 'usable' && isSpentStage(stage) ? 'onHold' : lot.status, vvmChecks: [...lot.vvmChecks ?? [], { stage, on, at, by }] };
}

/**
 * What somebody saw of a lot's vial monitors. Whether the medicine is a vaccine is not asked: names the program does not know are vaccines too. Refusals: `LotNotFound`,
 * `RecordNewerThanProgram`, `OccurredInFuture`. Warning: `LotHeldByVvm {lotId}`.
 */
export function planCheckVvm(input: CheckVvmInput, previous: Lot | undefined, context: WorkContext): Outcome<{ lot: Lot }> {
  if (!previous) return refused({ code: 'LotNotFound', lotId: input.lotId });
  if (previous.schemaVersion > collections.lots.schemaVersion) return refused({ code: 'RecordNewerThanProgram' });
  const [future] = refuseFuture(input.checkedOn, context);
  if (future) return refused({ ...future, field: 'checkedOn' });
  const lot = buildDocument('lots', withVvmCheck(previous, input, context), context, { previous, knownFields: Object.keys(lotSchema.shape) });
  return accepted({ lot }, isSpentStage(input.vvmStage) ? [{ code: 'LotHeldByVvm', lotId: lot._id }] : []);
}
