import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { dateBounds } from '../common/partial-date.ts';
import { accepted, refused, type Outcome, type Warning } from '../common/refusal.ts';
import { equipmentHindrance } from '../facility/equipment-hindrance.ts';
import type { Equipment } from '../facility/equipment.schema.ts';
import { coldPlaceKind } from './cold-place.ts';
import { sideOf } from './derive-cold-alarms.ts';
import { localMoment, shiftBegins } from './reading-times.ts';
import { temperatureReading, type RecordTemperatureInput, type TemperatureReading } from './temperature-reading.schema.ts';

/**
 * One reading of a place. `readings`: those written of it already. Refusals: `EquipmentNotFound`, `EquipmentVoided`, `RecordNewerThanProgram`, `NotAColdPlace`,
 * `OccurredInFuture`, `OccurredBeforeReceived`. Warnings: `ReadingThatShift` (another one stands already), `OutsideBand {side}`.
 */
export function planTemperature({ id, ...input }: RecordTemperatureInput, { line, readings }: { line: Equipment | undefined; readings: readonly TemperatureReading[] }, context: WorkContext): Outcome<TemperatureReading> {
  const hindrance = equipmentHindrance(line);
  if (!line || hindrance) return refused(hindrance ?? { code: 'EquipmentNotFound' });
  const kind = coldPlaceKind(line);
  if (!kind) return refused({ code: 'NotAColdPlace' });
  const [now, moment] = [localMoment(Date.parse(context.now)), `${input.takenOn}T${input.takenAt ?? '00:00'}`];
  if (input.takenOn > context.today || moment > now) return refused({ code: 'OccurredInFuture', field: input.takenOn > context.today ? 'takenOn' : 'takenAt' });
  if (shiftBegins(input.takenOn, input.shift) > now) return refused({ code: 'OccurredInFuture', field: 'shift' });
  if (line.receivedOn !== undefined && input.takenOn < dateBounds(line.receivedOn).earliest) return refused({ code: 'OccurredBeforeReceived' });
  const side = sideOf(kind, input);
  const warnings: Warning[] = [
    ...(readings.some(({ voided, takenOn, shift }) => !voided && takenOn === input.takenOn && shift === input.shift) ? [{ code: 'ReadingThatShift' }] : []),
    ...(side ? [{ code: 'OutsideBand', side }] : []),
  ];
  return accepted(buildDocument('temperatureReadings', input, context, { id, knownFields: Object.keys(temperatureReading.shape) }), warnings);
}
