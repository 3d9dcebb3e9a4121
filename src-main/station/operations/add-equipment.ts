import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planAddEquipment } from '../../../src-shared/domain/facility/plan-add-equipment.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const addEquipment: Operation<'addEquipment'> = (input, context, db) => {
  const outcome = planAddEquipment(input, db.equipment.lines(), context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};
