import { planTemperature } from '../../../src-shared/domain/cold-chain/plan-temperature.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const recordTemperature: Operation<'recordTemperature'> = (input, context, db) => {
  const outcome = planTemperature(input, { line: db.equipment.line(input.equipmentId), readings: db.coldChain.readingsOf(input.equipmentId) }, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};
