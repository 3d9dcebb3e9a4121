import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { collections } from '../collections.ts';
import { temperatureReading, type TemperatureReading, type VoidTemperatureInput } from './temperature-reading.schema.ts';

/** Strikes a reading out. Refusals: `ReadingNotFound`, `ReadingVoided`, `RecordNewerThanProgram`. */
export function planVoidTemperature({ voidReason }: VoidTemperatureInput, previous: TemperatureReading | undefined, context: WorkContext): Outcome<TemperatureReading> {
  if (!previous) return refused({ code: 'ReadingNotFound' });
  if (previous.schemaVersion > collections.temperatureReadings.schemaVersion) return refused({ code: 'RecordNewerThanProgram' });
  if (previous.voided) return refused({ code: 'ReadingVoided' });
  const voided = { at: context.now, by: context.account, reason: voidReason };
  return accepted(buildDocument('temperatureReadings', { ...previous, voided }, context, { previous, knownFields: Object.keys(temperatureReading.shape) }));
}
