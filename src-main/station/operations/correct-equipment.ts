import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planCorrectEquipment } from '../../../src-shared/domain/facility/plan-correct-equipment.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const correctEquipment: Operation<'correctEquipment'> = (input, context, db) => {
  const previous = db.equipment.line(input.id);
  const outcome = planCorrectEquipment(input, { line: previous, events: db.equipment.eventsOf(input.id), others: db.equipment.lines() }, context);
  if (!outcome.ok) return outcome;
  const { line, event } = outcome.value;
  return accepted({ id: line._id, records: [recordWrite(line, previous), recordWrite(event)] }, outcome.warnings);
};
