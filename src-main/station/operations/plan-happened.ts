import type { WorkContext } from '../../../src-shared/domain/common/context.ts';
import { accepted, type Outcome } from '../../../src-shared/domain/common/refusal.ts';
import type { HappenedInput } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { planEquipmentEvent } from '../../../src-shared/domain/facility/plan-equipment-event.ts';
import { recordWrite } from '../db/save-records.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Planned } from './operation.ts';

/** What happened to a line of the register, as an event of its own. */
export function planHappened(input: HappenedInput, context: WorkContext, db: StationDatabase): Outcome<Planned> {
  const outcome = planEquipmentEvent(input, { line: db.equipment.line(input.equipmentId), events: db.equipment.eventsOf(input.equipmentId) }, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
}
