import type { WorkContext } from '../common/context.ts';
import { dateBounds } from '../common/partial-date.ts';
import { accepted, refused, type Outcome, type Refusal } from '../common/refusal.ts';
import { buildEquipmentEvent } from './build-equipment-event.ts';
import { deriveEquipment, piecesHere, stateAfter } from './derive-equipment.ts';
import { equipmentHindrance } from './equipment-hindrance.ts';
import type { Equipment, EquipmentEvent, HappenedInput } from './equipment.schema.ts';

/**
 * Notes what happened. Refusals: `EquipmentNotFound`, `EquipmentVoided`, `RecordNewerThanProgram`, `OccurredInFuture`, `OccurredBeforeReceived`, `NothingChanges` (the pieces are
 * in that state already), `PiecesNotThere {available, wanted}`, `NothingLeft` (all of the line has left the station), `DueNotAfter`.
 */
export function planEquipmentEvent(input: HappenedInput, { line, events }: { line: Equipment | undefined; events: readonly EquipmentEvent[] }, context: WorkContext): Outcome<EquipmentEvent> {
  const hindrance = equipmentHindrance(line);
  if (!line || hindrance) return refused(hindrance ?? { code: 'EquipmentNotFound' });
  const [first, ...rest] = [...checkDay(input, line, context), ...checkPieces(input, line, events)];
  const { id, ...event } = input;
  return first ? refused(first, ...rest) : accepted(buildEquipmentEvent(event, context, id));
}

function checkDay(event: HappenedInput, { receivedOn }: Equipment, { today }: WorkContext): Refusal[] {
  if (event.occurredOn > today) return [{ code: 'OccurredInFuture', field: 'occurredOn' }];
  if (receivedOn !== undefined && event.occurredOn < dateBounds(receivedOn).earliest) return [{ code: 'OccurredBeforeReceived' }];
  return event.kind === 'calibrated' && event.dueOn !== undefined && event.dueOn <= event.occurredOn ? [{ code: 'DueNotAfter' }] : [];
}

function checkPieces(event: HappenedInput, line: Equipment, events: readonly EquipmentEvent[]): Refusal[] {
  const standing = deriveEquipment(line, events);
  if (!('quantity' in event)) return piecesHere(standing) === 0 ? [{ code: 'NothingLeft' }] : [];
  const { quantity, from, kind } = event;
  if (stateAfter(kind) === from) return [{ code: 'NothingChanges' }];
  return quantity > standing.counts[from] ? [{ code: 'PiecesNotThere', available: standing.counts[from], wanted: quantity }] : [];
}
