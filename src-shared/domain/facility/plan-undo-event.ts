import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { reversalId } from '../supply/plan-reversal.ts';
import { buildEquipmentEvent } from './build-equipment-event.ts';
import { equipmentHindrance } from './equipment-hindrance.ts';
import type { Equipment, EquipmentEvent, UndoEquipmentEventInput } from './equipment.schema.ts';

/**
 * Undoes one event, once only; its line stays in the history. The id follows from the event's: two PCs that undo the same one mean the same. Refusals: `EventNotFound`, `EventNotUndoable`
 * (a reversal is entered anew, a correction corrected again), `AlreadyUndone`, `EquipmentNotFound`, `EquipmentVoided`, `RecordNewerThanProgram`.
 */
export function planUndoEvent({ eventId }: UndoEquipmentEventInput, { line, events }: { line: Equipment | undefined; events: readonly EquipmentEvent[] }, context: WorkContext): Outcome<EquipmentEvent> {
  const event = events.find(({ _id }) => _id === eventId);
  if (!event) return refused({ code: 'EventNotFound' });
  const hindrance = equipmentHindrance(line);
  if (hindrance) return refused(hindrance);
  if (event.kind === 'reversal' || event.kind === 'corrected') return refused({ code: 'EventNotUndoable' });
  if (events.some(({ reversalOf }) => reversalOf === eventId)) return refused({ code: 'AlreadyUndone' });
  return accepted(buildEquipmentEvent({ equipmentId: event.equipmentId, kind: 'reversal', occurredOn: context.today, reversalOf: eventId }, context, reversalId(eventId)));
}
