import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planUndoEvent } from '../../../src-shared/domain/facility/plan-undo-event.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const undoEquipmentEvent: Operation<'undoEquipmentEvent'> = (input, context, db) => {
  const lineId = db.equipment.event(input.eventId)?.equipmentId ?? '';
  const outcome = planUndoEvent(input, { line: db.equipment.line(lineId), events: db.equipment.eventsOf(lineId) }, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};
