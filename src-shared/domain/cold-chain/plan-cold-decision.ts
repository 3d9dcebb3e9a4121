import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import type { Equipment, EquipmentEvent } from '../facility/equipment.schema.ts';
import { planLotStatus } from '../supply/plan-lot-status.ts';
import type { Lot } from '../supply/supply.schema.ts';
import { coldDecision, holdingOutcomes, type ColdDecision, type DecideColdAlarmInput } from './cold-decision.schema.ts';
import { kindOfReadings } from './cold-place.ts';
import { deriveColdAlarms } from './derive-cold-alarms.ts';
import type { TemperatureReading } from './temperature-reading.schema.ts';

export interface DecisionFacts { line: Equipment | undefined; /** Of the line. */ events: readonly EquipmentEvent[]; /** Of the place. */ readings: readonly TemperatureReading[]; lotOf(id: string): Lot | undefined }

/**
 * What is decided after an alarm; its lots are put on hold with it, recalled ones stay recalled. Refusals: `EquipmentNotFound`, `AlarmNotThere` (the readings are no longer one
 * alarm: some were added or struck out meanwhile), `LotsMissing`, `LotsNotForThis`, `LotNotFound {lotId}`, `RecordNewerThanProgram`.
 */
export function planColdDecision({ id, ...input }: DecideColdAlarmInput, { line, events, readings, lotOf }: DecisionFacts, context: WorkContext): Outcome<{ decision: ColdDecision; lots: { lot: Lot; previous: Lot }[] }> {
  if (!line) return refused({ code: 'EquipmentNotFound' });
  const wanted = [...new Set(input.readingIds)].sort();
  const isAlarm = deriveColdAlarms(kindOfReadings(line, events), readings, []).some((alarm) => alarm.readings.map(({ _id }) => _id).sort().join() === wanted.join());
  if (!isAlarm) return refused({ code: 'AlarmNotThere' });
  const lotIds = [...new Set(input.lotIds ?? [])].sort();
  if (holdingOutcomes.has(input.outcome) && lotIds.length === 0) return refused({ code: 'LotsMissing', field: 'lotIds' });
  if (!holdingOutcomes.has(input.outcome) && lotIds.length > 0) return refused({ code: 'LotsNotForThis', field: 'lotIds' });
  const lots: { lot: Lot; previous: Lot }[] = [];
  for (const lotId of lotIds) {
    const previous = lotOf(lotId);
    if (previous && previous.status !== 'usable') continue;
    const held = planLotStatus({ lotId, status: 'onHold' }, previous, context);
    if (!held.ok) return held;
    if (previous) lots.push({ lot: held.value.lot, previous });
  }
  const decision = buildDocument('coldDecisions', { ...input, readingIds: wanted, lotIds: lotIds.length > 0 ? lotIds : undefined }, context, { id, knownFields: Object.keys(coldDecision.shape) });
  return accepted({ decision, lots });
}
