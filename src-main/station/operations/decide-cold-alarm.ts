import { planColdDecision } from '../../../src-shared/domain/cold-chain/plan-cold-decision.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const decideColdAlarm: Operation<'decideColdAlarm'> = (input, context, db) => {
  const outcome = planColdDecision(input, { line: db.equipment.line(input.equipmentId), events: db.equipment.eventsOf(input.equipmentId), readings: db.coldChain.readingsOf(input.equipmentId), lotOf: (id) => db.stock.lot(id) }, context);
  if (!outcome.ok) return outcome;
  const { decision, lots } = outcome.value;
  return accepted({ id: decision._id, records: [recordWrite(decision), ...lots.map(({ lot, previous }) => recordWrite(lot, previous))] }, outcome.warnings);
};
