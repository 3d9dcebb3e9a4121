import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planRestoreEquipment } from '../../../src-shared/domain/facility/plan-void-equipment.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const restoreEquipment: Operation<'restoreEquipment'> = (input, context, db) => {
  const previous = db.equipment.line(input.id);
  const outcome = planRestoreEquipment(previous, db.equipment.lines(), context);
  return outcome.ok ? accepted({ id: input.id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
